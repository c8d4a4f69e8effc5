import { beforeAll, describe, expect, it } from "vitest";
import type { NetworkId } from "@/inference/models/registry";
import type { Feature } from "@/inference/pipeline/analysis";
import type { ImageTensor, Session } from "@/inference/runtime/ort";
import type { Sessions } from "@/inference/runtime/session-store";
import { analyzeFace } from "./analyze-face";
import type { Mesh } from "./mesh-points";
import { findMeshes, mirrorImage, openTestSessions, readDemoPhoto } from "./testing/find-photo-face";

const image = { data: new Uint8Array(64 * 64 * 3).fill(90), width: 64, height: 64 };
/** Any face-like spread of points will do where the networks are stand-ins. */
const mesh = Float32Array.from({ length: 468 * 3 }, (_, i) => 32 + 20 * Math.sin(i * 12.9898));

/** Sessions that answer with numbers of the right shape and write down which network looked at what. */
function spySessions() {
  const runs: { id: NetworkId; image: ImageTensor }[] = [];
  const sizes: Readonly<Record<string, number>> = {
    age: 1,
    gender: 2,
    descriptor: 128,
    map8: 8192,
    points: 228,
    real: 2,
    features: 1024,
    emotions: 7,
    expressions: 7,
  };
  const sessions: Sessions = async (id) => {
    const session: Session = {
      run: async (image, outputs) => {
        runs.push({ id, image });
        return Object.fromEntries(outputs.map((name) => [name, new Float32Array(sizes[name] ?? 0).fill(0.5)]));
      },
      release: async () => {},
    };
    return session;
  };
  return { runs, sessions };
}

describe("analyzeFace", () => {
  it.each([
    [["landmarks5", "landmarks68", "landmarks106", "landmarks468", "pose", "mouth"], []],
    [
      ["eyes", "landmarks21"],
      ["iris", "iris"],
    ],
    [["age"], ["ageGender", "ageGender"]],
    [
      ["gender", "age"],
      ["ageGender", "ageGender"],
    ],
    [["emotion"], ["emotion", "emotion", "expression", "expression"]],
    [["mask"], ["recognition"]],
    [["occlusion", "mask"], ["recognition"]],
    [["liveness"], ["liveness"]],
    [
      ["embedding", "mask"],
      ["recognition", "recognition", "faceres"],
    ],
    [[], []],
  ] as const satisfies readonly (readonly [Feature[], NetworkId[]])[])(
    "for %j runs only %j",
    async (features, networks) => {
      const { runs, sessions } = spySessions();
      const result = await analyzeFace({ image, mesh, features, sessions });
      expect(runs.map(({ id }) => id)).toEqual(networks);
      expect(Object.keys(result).toSorted()).toEqual([...features, "timingsMs"].toSorted());
      expect(Object.keys(result.timingsMs).toSorted()).toEqual([...features].toSorted());
    },
  );

  it("measures quality only when asked to, and tells the time of it", async () => {
    const { sessions } = spySessions();
    const quality = { measures: ["sharpness", "brightness"], rivalShare: 0 } as const;
    const result = await analyzeFace({ image, mesh, features: ["pose"], quality, sessions });
    expect(Object.keys(result.quality ?? {})).toEqual(["sharpness", "brightness"]);
    expect(Object.keys(result.timingsMs)).toEqual(["pose", "quality"]);
  });

  it("reads the expression once for the feature and the measure", async () => {
    const { runs, sessions } = spySessions();
    const quality = { measures: ["expressionNeutrality"], rivalShare: 0 } as const;
    const { emotion } = await analyzeFace({ image, mesh, features: ["emotion"], quality, sessions });
    expect(emotion?.value).toBe("neutral");
    expect(runs.map(({ id }) => id)).toEqual(["emotion", "emotion", "expression", "expression"]);
  });

  it("rejects when a network is missing instead of leaving a feature out", async () => {
    const sessions = () => Promise.reject(new Error("gone"));
    await expect(analyzeFace({ image, mesh, features: ["age"], sessions })).rejects.toThrow("gone");
  });
});

describe("analyzeFace on photos, with the real networks", () => {
  let sessions: Sessions;
  beforeAll(async () => {
    sessions = await openTestSessions();
  });

  it.each([3, 4, 5, 6])(
    "calls the largest face of sample %i a bare-faced adult woman",
    async (number) => {
      const photo = await readDemoPhoto(number);
      const [largest = new Float32Array()] = await findMeshes(photo, sessions);
      const face = await analyzeFace({ image: photo, mesh: largest, features: ["age", "gender", "mask"], sessions });
      expect(face.gender?.value).toBe("female");
      expect(face.mask?.value).toBe("without_mask");
      expect(face.age?.years).toBeGreaterThan(15);
      expect(face.age?.years).toBeLessThan(55);
      expect(face.age?.low).toBeLessThanOrEqual(face.age?.years ?? 0);
      expect(face.age?.high).toBeGreaterThanOrEqual(face.age?.years ?? 0);
    },
    60_000,
  );

  it("gives embeddings of length 1 that agree on a mirrored face and not on two people", async () => {
    const photo = await readDemoPhoto(6);
    const meshes = await findMeshes(photo, sessions);
    const mirrored = mirrorImage(photo);
    const mirroredMeshes = await findMeshes(mirrored, sessions);
    const embed = async (image: typeof photo, mesh: Mesh = new Float32Array()) =>
      (await analyzeFace({ image, mesh, features: ["embedding"], sessions })).embedding ?? new Float32Array();
    const [first, second] = [await embed(photo, meshes[0]), await embed(photo, meshes[1])];
    const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
    const likeness = await Promise.all(mirroredMeshes.map(async (mesh) => cosine(first, await embed(mirrored, mesh))));
    expect(first).toHaveLength(256);
    expect(cosine(first, first)).toBeCloseTo(1, 5);
    expect(Math.max(...likeness)).toBeGreaterThan(0.97);
    expect(cosine(first, second)).toBeLessThan(0.93);
  });
});
