import type { Analysis, FaceAnalysis } from "@/inference/pipeline/analysis";

const landmarks106 = Array.from({ length: 106 }, (_, i): [number, number] => [i + 0.9, 2 * i + 0.9]);

const firstFace: FaceAnalysis = {
  box: { xMin: 10.2, yMin: 20.9, xMax: 110.5, yMax: 140.999, probability: 0.9987654321012345 },
  landmarks5: [
    [30.9, 50.1],
    [80.2, 51.7],
    [55.5, 75.5],
    [35.1, 100.9],
    [75.9, 101.2],
  ],
  age: { years: 28.4, low: 24.6, high: 32.3, probability: 0.75 },
  gender: { value: "female", probability: 0.9912345 },
  mask: { value: "worn_incorrectly", probability: 0.8712345 },
  pose: { yaw: 10.125, pitch: -3.5, roll: 0.25 },
  embedding: new Float32Array([0.5, -0.5, 0.5, 0.5]),
  timingsMs: { age: 3.4, gender: 2.6, mask: 1.2, pose: 0.4, embedding: 12.5, landmarks5: 1 },
};

const secondFace: FaceAnalysis = {
  box: { xMin: 200, yMin: 30, xMax: 260.4, yMax: 95.1, probability: 0.8123456789 },
  timingsMs: {},
};

/** Two faces, the first with everything that can be asked for. */
export const fullAnalysis: Analysis = {
  width: 640,
  height: 480,
  faces: [firstFace, secondFace],
  timingsMs: { queue: 4.2, decode: 6, detect: 21 },
  versions: {
    detector: "detector-3",
    age: "age-2",
    gender: "gender-2",
    mask: "mask-1",
    pose: "pose-1",
    embedding: "embedding-4",
    landmarks5: "mesh-1",
  },
};

/** The same picture with only some members of the first face, as an engine answers that was asked for only those. */
export function analysisWith(...members: readonly (keyof FaceAnalysis)[]): Analysis {
  const kept = ["box", ...members];
  const face = Object.fromEntries(
    Object.entries({ ...firstFace, landmarks106 }).filter(([name]) => kept.includes(name)),
  );
  return { ...fullAnalysis, faces: [{ ...face, timingsMs: {} } as FaceAnalysis] };
}

/** One face, measured: blurred and turned, otherwise good. */
export const analysisWithQuality: Analysis = {
  ...fullAnalysis,
  faces: [
    {
      box: firstFace.box,
      quality: {
        unified: { native: 0.3141592, score: 31 },
        singleFace: { native: 0, score: 100 },
        sharpness: { native: 3, score: 12 },
        interEyeDistance: { native: 80, score: 60 },
        yaw: { native: 40, score: 59 },
        pitch: { native: 2, score: 100 },
        integrity: { native: 1, score: 100 },
        eyesVisible: { native: 1, score: 100 },
        mouthVisible: { native: 1, score: 100 },
      },
      timingsMs: { quality: 18.6 },
    },
  ],
  versions: { detector: "detector-3", quality: "mesh-1+quality-1" },
};

export const emptyAnalysis: Analysis = { ...fullAnalysis, faces: [] };

/** An embedding of so many numbers in the plane of its first two, at so many degrees from the first axis. */
export function directionOf(degrees: number, numbers: number): Float32Array {
  const embedding = new Float32Array(numbers);
  embedding.set([Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);
  return embedding;
}

/** A picture with one face for each direction. */
export function analysisOfFaces(
  degrees: readonly number[],
  { numbers, tag }: { readonly numbers: number; readonly tag: string },
): Analysis {
  const faces = degrees.map((angle, at): FaceAnalysis => {
    const box = { xMin: 10 + 100 * at, yMin: 20, xMax: 90 + 100 * at, yMax: 120, probability: 0.987654321 };
    return { box, embedding: directionOf(angle, numbers), timingsMs: { embedding: 12.5 } };
  });
  return { ...fullAnalysis, faces, versions: { detector: "detector-3", embedding: tag } };
}
