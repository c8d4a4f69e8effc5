import { type NetworkId, networks } from "@/inference/models/registry";
import type { Analysis, Feature } from "./analysis";

/** The networks whose weights decide a result. */
const networksBehind = {
  detector: ["blazeface", "ssd", "mesh"],
  landmarks5: ["mesh"],
  landmarks106: ["mesh"],
  age: ["ageGender"],
  gender: ["ageGender"],
  mask: ["recognition"],
  pose: ["mesh"],
  embedding: ["recognition"],
} as const satisfies Record<Feature | "detector", readonly NetworkId[]>;

/** Version tags of the detector and of the features asked for, such as `blazeface-1+ssd-1+mesh-1`. */
export function versionsOf(features: readonly Feature[]): Analysis["versions"] {
  const parts = ["detector", ...features] as const;
  return Object.fromEntries(
    parts.map((part) => [part, networksBehind[part].map((id) => networks[id].version).join("+")]),
  );
}
