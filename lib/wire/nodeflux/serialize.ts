import { makeJobId } from "./job-id";
import type { Judgement, Verdict } from "./judgement";

const messages = {
  accepted: "Your Image accepted.",
  notOneFace: "Your Image not accepted. Face not detected or Multiple faces detected.",
  occluded: "Your Image not accepted. Face is Occluded.",
  poorQuality: "Your Image not accepted. Image quality not match.",
} as const satisfies Record<Verdict, string>;

function serializeJudgement({ verdict, iqa, occlusion }: Judgement) {
  return { accepted: verdict === "accepted", face_iqa: iqa ?? {}, face_occlusion: occlusion ?? {} };
}

/** One item for each image, in the request's order; the message is that of the first image that is not accepted. */
export function serializeJudgements(judgements: readonly Judgement[]) {
  const verdict = judgements.find((one) => one.verdict !== "accepted")?.verdict ?? "accepted";
  const result = {
    analytic_type: "FACE IQA PIPELINE",
    result: judgements.map(serializeJudgement),
    status: "success",
  };
  return { job: { id: makeJobId(), result }, message: messages[verdict], ok: true };
}
