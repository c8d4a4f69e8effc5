import { expect, it } from "vitest";
import { fullAnalysis } from "@/lib/wire/testing/sample-analysis";
import { serializeFace } from "./serialize";

const style = {
  format: "classic",
  status: true,
  plugins: ["emotion", "occlusion", "liveness"],
  good: { qualityGate: "OFF", qualityProfile: "ENROLMENT", customQualityLimits: null },
} as const;
const bare = { probability: 0.1, isOccluded: false };
const regions = ["leftCheek", "rightCheek", "chin", "leftEye", "rightEye", "leftEyebrow", "rightEyebrow"] as const;
const rest = { forehead: bare, mouth: { probability: 0.9, isOccluded: true }, nose: bare };

it("writes what goes beyond the vendor in the vendor's spelling, with its times", () => {
  const [face] = fullAnalysis.faces;
  if (face === undefined) throw new Error("the sample has no face");
  const probabilities = { neutral: 0.7, happy: 0.3, sad: 0, angry: 0, fearful: 0, disgusted: 0, surprised: 0 };
  const occlusion = {
    ...(Object.fromEntries(regions.map((region) => [region, bare])) as Record<(typeof regions)[number], typeof bare>),
    ...rest,
  };
  const timingsMs = { emotion: 3.4, occlusion: 2, liveness: 7.5 };
  const extra = {
    ...face,
    timingsMs,
    emotion: { value: "neutral" as const, probabilities },
    occlusion,
    liveness: { probability: 0.8 },
  };
  expect(serializeFace(extra, { analysis: fullAnalysis, style, isRounded: true })).toMatchObject({
    emotion: { value: "neutral", probabilities },
    occlusion: { left_cheek: { probability: 0.1, occluded: false }, mouth: { probability: 0.9, occluded: true } },
    liveness: { probability: 0.8 },
    execution_time: { emotion: 3, occlusion: 2, liveness: 8 },
  });
});
