import { createHash } from "node:crypto";
import path from "node:path";
import { type Degradation, degradationKinds, degradationOf, degradePhoto } from "@/bench/degrade-photo";
import { readPhoto } from "@/bench/read-photo";
import { seededRandom } from "@/bench/train/seeded-random";
import { embeddingNumbers, findEmbedding } from "@/inference/faces/embedding";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { versionsOf } from "@/inference/pipeline/versions";
import { createQualityFace } from "@/inference/quality/quality-face";
import { unifiedFeatures } from "@/inference/quality/unified-features";
import { cached, findMiddleFace } from "./embed-photos";
import type { SectionInput } from "./section";

/** What is known of the face in the middle of one photo. */
export interface MeasuredPhoto {
  readonly embedding: Float32Array;
  /** What the unified score is made of. */
  readonly features: Float64Array;
}

export type PhotoState = "clean" | "degraded";

/** Changes whenever `unifiedFeatures` does. */
const featuresVersion = "quality-features-2";

/** Which way a photo is made worse, and how much: the same for a photo at every run. */
export function degradationFor(name: string): Degradation {
  const random = seededRandom(createHash("sha256").update(name).digest().readInt32LE(0));
  const kind = degradationKinds[Math.floor(random() * degradationKinds.length)] ?? "blur";
  return degradationOf(kind, random());
}

/** Embeds a photo as it is or made worse, and remembers the result. */
export function createMeasurer({ sessions, cacheDir }: Pick<SectionInput, "sessions" | "cacheDir">) {
  const { detector = "", embedding = "" } = versionsOf(["embedding"]);
  const measure = (state: PhotoState) =>
    cached(path.join(cacheDir, "quality", `${detector}+${embedding}+${featuresVersion}+${state}`), async (file) => {
      const photo = await readPhoto(file);
      const name = path.basename(file);
      const image = state === "clean" ? photo : await degradePhoto(photo, degradationFor(name), name.length);
      const { mesh } = await findMiddleFace(image, sessions);
      const face = createFaceSubject(image, mesh.points, sessions);
      return Float32Array.of(...(await findEmbedding(face)), ...(await unifiedFeatures(createQualityFace(face, 0))));
    });
  const read = { clean: measure("clean"), degraded: measure("degraded") };
  return async (file: string, state: PhotoState): Promise<MeasuredPhoto> => {
    const numbers = await read[state](file);
    return {
      embedding: numbers.slice(0, embeddingNumbers),
      features: Float64Array.from(numbers.subarray(embeddingNumbers)),
    };
  };
}
