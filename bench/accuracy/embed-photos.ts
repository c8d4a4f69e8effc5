import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { readPhoto } from "@/bench/read-photo";
import { defaultProbabilityMin, defaultSearchSideMax, detectFaces } from "@/inference/detect/detect-faces";
import type { DetectedFace } from "@/inference/detect/detected-face";
import { takeWholePicture } from "@/inference/detect/whole-picture";
import { analyzeFace } from "@/inference/faces/analyze-face";
import { createPyramid } from "@/inference/image/pyramid";
import type { RgbImage } from "@/inference/image/rgb-image";
import { versionsOf } from "@/inference/pipeline/versions";
import { listPeoplePhotos } from "./people-photos";
import type { SectionInput } from "./section";
import { createStopwatch } from "./stopwatch";

/** Turns a photo into the embedding of the face in its middle. */
export interface Embedder {
  /** Tag of the model, as stored with embeddings. */
  readonly tag: string;
  embed(file: string): Promise<Float32Array>;
}

/** An embedding and whose it is. */
export interface EmbeddedPhoto {
  readonly person: string;
  readonly vector: Float32Array;
}

/** All photos of a folder with a folder for each person. */
export async function embedPeople(folder: string, { embed }: Embedder): Promise<EmbeddedPhoto[]> {
  const photos: EmbeddedPhoto[] = [];
  for (const { file, person } of listPeoplePhotos(folder)) photos.push({ person, vector: await embed(file) });
  return photos;
}

/** Embeds as the server does, and remembers the result under the photo's content and the networks' versions. */
export function createEmbedder({ sessions, cacheDir, pack }: EmbedderInput, marginPx = 0): Embedder {
  const { detector = "", embedding = "" } = versionsOf(["embedding"], pack?.versions);
  return {
    tag: embedding,
    embed: cached(path.join(cacheDir, "embeddings", `${detector}+${embedding}+${marginPx}`), async (file) => {
      const image = await readPhoto(file, marginPx);
      const face = await embedFace(image, await findMiddleFace(image, sessions, pack), { sessions, pack });
      return face.embedding ?? new Float32Array();
    }),
  };
}

type EmbedderInput = Pick<SectionInput, "sessions" | "cacheDir" | "pack">;

function embedFace(
  image: RgbImage,
  { mesh, points }: DetectedFace,
  { sessions, pack }: Pick<SectionInput, "sessions" | "pack">,
) {
  const own = pack?.analyzersFor(points);
  return analyzeFace({ image, mesh: mesh.points, features: ["embedding"], sessions, ...(own && { own }) });
}

/** Keeps what `compute` makes of a file in `folder`, under a name made of the file's bytes. */
export function cached(folder: string, compute: (file: string) => Promise<Float32Array>): Embedder["embed"] {
  const ready = mkdir(folder, { recursive: true });
  return async (file) => {
    await ready;
    const name = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    const place = path.join(folder, `${name}.f32`);
    const known = await readFile(place).catch(() => undefined);
    if (known) return new Float32Array(Uint8Array.from(known).buffer);
    const vector = await compute(file);
    await writeFile(place, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
    return vector;
  };
}

/** The face nearest to the middle; where none is found, the picture is taken for the face, so that every pair counts. */
export async function findMiddleFace(
  image: RgbImage,
  sessions: SectionInput["sessions"],
  pack?: SectionInput["pack"],
): Promise<DetectedFace> {
  const pyramid = createPyramid(image);
  const search = { probabilityMin: defaultProbabilityMin, searchSideMax: defaultSearchSideMax };
  const found = pack
    ? await pack.detect(pyramid, sessions, { sideMax: defaultSearchSideMax })
    : await detectFaces(pyramid, sessions, search);
  const distance = ({ box }: DetectedFace) =>
    Math.hypot(box.xMin + box.xMax - image.width, box.yMin + box.yMax - image.height);
  const faces = found.toSorted((a, b) => distance(a) - distance(b));
  const [face = faces[0]] = faces.length > 0 ? faces : await takeWholePicture(pyramid, sessions);
  if (!face) throw new Error("A whole picture is always a face.");
  return face;
}

/** Median milliseconds of processor time for one embedding of a face that was found already. */
export async function timeEmbedding(
  { sessions, pack }: Pick<SectionInput, "sessions" | "pack">,
  files: readonly string[],
): Promise<number> {
  const stopwatch = createStopwatch();
  for (const file of files) {
    const image = await readPhoto(file);
    const face = await findMiddleFace(image, sessions, pack);
    await stopwatch.time(() => embedFace(image, face, { sessions, pack }));
  }
  return stopwatch.medianMs();
}
