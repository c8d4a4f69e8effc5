import { expect, it } from "vitest";
import { judgeFace, passGate } from "@/lib/domain/quality/service";
import { AppError } from "@/lib/errors/app-error";
import { renderError } from "./errors";
import { serializeAdmission } from "./face-list";
import { answers } from "./openapi/answers";

const settings = {
  qualityProfile: "CUSTOM",
  customQualityLimits: { sharpness: 40 },
} as const;
const blurred = { unified: { native: 0.456, score: 46 }, sharpness: { native: 0.2, score: 12 } };

it("tells of an added face's quality in the words of this API, as the description says", () => {
  const admitted = passGate(blurred, { ...settings, qualityGate: "WARN" });
  const quality = admitted && serializeAdmission(admitted);
  const [reason] = judgeFace(blurred, { ...settings, qualityGate: "WARN" }).reasons;
  expect(quality).toEqual({
    score: 46,
    passed: false,
    reasons: [{ measure: "sharpness", score: 12, score_min: 40, problem: reason?.problem, advice: reason?.advice }],
  });
  const answer = { image_id: crypto.randomUUID(), subject: "Ann", quality };
  expect(answers.enrolledFace.safeParse(answer).error).toBeUndefined();
});

it("refuses a bad face with 400, the code 26 and the reasons in words", async () => {
  let refusal: unknown;
  try {
    passGate(blurred, { ...settings, qualityGate: "REFUSE" });
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(AppError);
  const response = renderError(refusal as AppError);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 26, message: expect.stringContaining("The face is blurred.") });
});
