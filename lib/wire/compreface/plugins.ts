import type { Feature } from "@/lib/domain/detection/types";

/**
 * What each plugin needs from the engine; `detector` always runs and cannot be chosen. The last three are ours, and so
 * are `quality`, which needs measures, and `decision`, which needs nothing.
 */
const featureOfPlugin = {
  landmarks: "landmarks5",
  landmarks2d106: "landmarks106",
  age: "age",
  gender: "gender",
  mask: "mask",
  pose: "pose",
  calculator: "embedding",
  emotion: "emotion",
  occlusion: "occlusion",
  liveness: "liveness",
} as const satisfies Record<string, Feature>;

const isPlugin = (slug: string): slug is keyof typeof featureOfPlugin => Object.hasOwn(featureOfPlugin, slug);

/** Features behind plugin names, each once; unknown names are ignored as the vendor does. */
export function featuresOf(plugins: readonly string[]): Feature[] {
  const features = new Set(plugins.filter(isPlugin).map((slug): Feature => featureOfPlugin[slug]));
  // Both write the key `landmarks`, where the 106 points win: the five need not be computed.
  if (features.has("landmarks106")) features.delete("landmarks5");
  return [...features];
}
