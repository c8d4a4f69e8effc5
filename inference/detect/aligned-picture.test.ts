import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { cosine } from "@/inference/calibration/cosine";
import { similarityOf } from "@/inference/calibration/similarity";
import { alignedSidePx } from "@/inference/faces/aligned-face";
import { readDemoPhoto } from "@/inference/faces/testing/find-photo-face";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import { createPipeline, type Pipeline } from "@/inference/pipeline/pipeline";

/** Embeddings of a photo's faces and of the aligned pictures cut out of it, largest face first. */
async function lookTwice(pipeline: Pipeline, photo: number) {
  const { faces } = await pipeline.analyze(await readDemoPhoto(photo), { features: ["embedding", "alignedFace"] });
  const looks = faces.map(async ({ embedding, alignedFace }) => {
    const picture = { data: alignedFace as Uint8Array, width: alignedSidePx, height: alignedSidePx };
    const again = await pipeline.analyze(picture, { features: ["embedding"], alignedPicture: true });
    return { whole: embedding as Float32Array, aligned: embeddingOf(again.faces) };
  });
  return Promise.all(looks);
}

function embeddingOf([face, ...others]: readonly FaceAnalysis[]): Float32Array {
  expect(others).toEqual([]);
  return face?.embedding as Float32Array;
}

test("knows a face in its aligned picture, and tells it from the others of the photo", async () => {
  const pipeline = await createPipeline({ modelsDir: await testModelsDir(), intraOpThreads: 1 });
  const faces = await lookTwice(pipeline, 6);
  expect(faces.length).toBeGreaterThan(2);
  for (const [at, face] of faces.entries()) {
    for (const [otherAt, other] of faces.entries()) {
      const likeness = similarityOf(cosine(face.aligned, other.whole));
      if (at === otherAt) expect(likeness).toBeGreaterThan(0.99);
      else expect(likeness).toBeLessThan(0.5);
    }
  }
});

test("finds no face in a picture of another size, nor in one of something else", async () => {
  const pipeline = await createPipeline({ modelsDir: await testModelsDir(), intraOpThreads: 1 });
  const pictureOf = (width: number, height: number, value: (at: number) => number) => ({
    data: Uint8Array.from({ length: width * height * 3 }, (_, at) => value(at)),
    width,
    height,
  });
  const grey = pictureOf(112, 112, () => 127);
  const stripes = pictureOf(112, 112, (at) => (at % 48 < 24 ? 30 : 220));
  const large = pictureOf(224, 224, () => 127);
  for (const picture of [grey, stripes, large]) {
    expect((await pipeline.analyze(picture, { features: [], alignedPicture: true })).faces).toEqual([]);
  }
});

const things = "../shared/data/nonface";

test.skipIf(!existsSync(things))(
  "takes no bird, dog or shield for a face",
  async () => {
    const pipeline = await createPipeline({ modelsDir: await testModelsDir(), intraOpThreads: 1 });
    for (const name of ["n02058221_albatross", "n02097474_Tibetan_terrier", "n04192698_shield"]) {
      const pixels = sharp(await readFile(`${things}/${name}.JPEG`))
        .resize(112, 112, { fit: "fill" })
        .toColourspace("srgb")
        .removeAlpha();
      const picture = { data: new Uint8Array(await pixels.raw().toBuffer()), width: 112, height: 112 };
      expect((await pipeline.analyze(picture, { features: [], alignedPicture: true })).faces).toEqual([]);
    }
  },
  120_000,
);
