import { readFile } from "node:fs/promises";
import { detectFaces } from "@/inference/detect/detect-faces";
import type { Mesh } from "@/inference/faces/mesh-points";
import { mirrorCrop } from "@/inference/geometry/mirror";
import { decodeImage } from "@/inference/image/decode";
import { createPyramid } from "@/inference/image/pyramid";
import type { RgbImage } from "@/inference/image/rgb-image";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { createSessionStore, type Sessions } from "@/inference/runtime/session-store";

/** A photo that comes with a dependency, 1 to 6. */
export async function readDemoPhoto(number: number): Promise<RgbImage> {
  const bytes = await readFile(`node_modules/@vladmandic/face-api/demo/sample${number}.jpg`);
  return decodeImage(bytes, { pixelsMax: 10_000_000, sideMax: 10_000, timeoutMs: 120_000 });
}

export function mirrorImage({ data, width, height }: RgbImage): RgbImage {
  return { data: mirrorCrop(data, width), width, height };
}

export async function openTestSessions(): Promise<Sessions> {
  return createSessionStore(await testModelsDir(), 1);
}

/** Meshes of the faces of an image, largest first. */
export async function findMeshes(image: RgbImage, sessions: Sessions): Promise<Mesh[]> {
  const faces = await detectFaces(createPyramid(image), sessions, { probabilityMin: 0.7, searchSideMax: 640 });
  return faces.map(({ mesh }) => mesh.points);
}
