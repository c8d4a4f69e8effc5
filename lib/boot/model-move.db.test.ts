import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { setEmbeddingModel } from "@/inference/calibration/embedding-model";
import { similarityOf } from "@/inference/calibration/similarity";
import { standardModel } from "@/inference/calibration/standard-model";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { type LoadedPack, loadPack } from "@/inference/packs/load-pack";
import { missingNetworks, sharedNetworks } from "@/inference/packs/testing/shared-networks";
import { getEngine } from "@/inference/pipeline/engine";
import { type BundledWorker, bundleWorker } from "@/inference/pool/testing/bundle-worker";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { enrolFace, findEmbedding } from "@/lib/domain/faces/service";
import { makeCollection } from "@/lib/domain/faces/testing/collection";
import { findAnsweringModel, readAnsweringModel } from "@/lib/domain/model-packs/service";
import { searchCollection } from "@/lib/search/search";
import { provideSearch } from "@/lib/search/testing/provide-search";
import { startModelMoves } from "./model-move";
import { Serving } from "./serving";

if (missingNetworks) process.stdout.write(`${missingNetworks}\n`);
const worker = vi.hoisted(() => ({ file: "" }));
vi.mock("./compiled-file", () => ({ compiledFile: () => worker.file }));
vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
vi.stubEnv("INFERENCE_WORKERS", "1");
vi.stubEnv("MODEL_DETECTOR", sharedNetworks.scrfd);
vi.stubEnv("MODEL_RECOGNIZER", sharedNetworks.mobileFaceNet);
// Before the first hook, since the configuration is read once.
vi.stubEnv("MODELS_DIR", await testModelsDir());
provideSearch(provideDatabase());

const never = new AbortController().signal;
const standard: LoadedPack = { id: "standard", networks: undefined, model: standardModel };

function loadShared(): Promise<LoadedPack> {
  const { scrfd: detector, mobileFaceNet: recognizer } = sharedNetworks;
  return loadPack({ packsDir: "none", id: "insightface", files: { detector, recognizer } });
}

/** The largest face of a photo with a little around it. */
async function cutOutFace(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file);
  const { faces } = await getEngine().analyze(Uint8Array.from(bytes), { features: [], facesMax: 1 });
  const { xMin = 0, yMin = 0, xMax = 0, yMax = 0 } = faces[0]?.box ?? {};
  const margin = 0.25 * (yMax - yMin);
  const [left, top] = [Math.max(0, xMin - margin), Math.max(0, yMin - margin)].map(Math.round) as [number, number];
  const [width, height] = [xMax + margin - left, yMax + margin - top].map(Math.round) as [number, number];
  return Uint8Array.from(await sharp(bytes).extract({ left, top, width, height }).png().toBuffer());
}

/** The embedding that the running networks make of the largest face of a photo, and their tag. */
async function look(bytes: Uint8Array) {
  const options = { features: ["embedding"], facesMax: 1 } as const;
  const { faces, versions } = await getEngine().analyze(Uint8Array.from(bytes), options);
  return { probes: [faces[0]?.embedding ?? new Float32Array()], modelTag: versions.embedding ?? "" };
}

describe.skipIf(missingNetworks !== undefined)("another model pack", () => {
  let bundle: BundledWorker;
  let serving: Serving;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    bundle = await bundleWorker("inference/pipeline/worker.ts");
    worker.file = bundle.file;
  });
  afterAll(async () => {
    await stop?.();
    await serving?.stop();
    setEmbeddingModel(undefined);
    await bundle?.remove();
  });

  it("takes the other's place when it was chosen and all stored faces are its own, and finds them", async () => {
    serving = await Serving.start(standard);
    const scope = await makeCollection({ saveImages: true });
    const photo = await cutOutFace("node_modules/@vladmandic/face-api/demo/sample1.jpg");
    const { faceId } = await enrolFace({ scope, bytes: Uint8Array.from(photo), subject: "Tom", signal: never });
    await findAnsweringModel({ packId: "standard", modelTag: standardModel.tag });

    const wanted = await loadShared();
    stop = startModelMoves(serving, standard);
    await db().modelChoice.create({ data: { packId: wanted.id } });
    const { serviceId } = scope;
    const [before] = await searchCollection({ serviceId, subjectsMax: 1, ...(await look(photo)) });
    expect(before?.[0]?.cosine).toBeGreaterThan(0.99);
    await vi.waitFor(() => expect(serving.pack.id).toBe("insightface"), { timeout: 240_000, interval: 200 });

    expect(await readAnsweringModel()).toEqual({ packId: "insightface", modelTag: wanted.model.tag });
    expect(await findEmbedding(scope, faceId)).toMatchObject({ subject: "Tom", modelTag: wanted.model.tag });
    // The border that was measured for these networks, far from the standard one's.
    expect(similarityOf(0.3442)).toBeCloseTo(0.5, 3);
    const question = await look(photo);
    expect(question.modelTag).toBe(wanted.model.tag);
    const [after] = await searchCollection({ serviceId, subjectsMax: 1, ...question });
    expect(after?.[0]?.faceId).toBe(faceId);
    expect(after?.[0]?.cosine).toBeGreaterThan(0.99);
  });
});
