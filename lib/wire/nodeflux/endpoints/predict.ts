import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { analyzePicture, requireRoom } from "@/lib/domain/detection/service";
import type { Analysis, AnalysisRequest } from "@/lib/domain/detection/types";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { route } from "@/lib/http/route";
import { serviceKey } from "@/lib/http/service-key";
import { wirePath } from "@/lib/http/wire-path";
import { namingImage, readPredictRequest } from "@/lib/wire/nodeflux/images";
import { judge } from "@/lib/wire/nodeflux/judgement";
import { serializeJudgements } from "@/lib/wire/nodeflux/serialize";
import { nodeflux } from "@/lib/wire/nodeflux/wire";

const pattern = "/NFFS-FIQA/v1/predict";

type AssessOptions = Pick<AnalysisRequest, "scope" | "probabilityMin" | "signal">;

/** A second face is reason enough to reject an image, so no more are looked at. */
const wishes = { features: ["occlusion"], quality: ["unified"], facesMax: 2 } as const;

/** One after the other: an image must not wait longer because another request brought many. */
async function assessImages(images: readonly Uint8Array[], options: AssessOptions): Promise<readonly Analysis[]> {
  const analyses: Analysis[] = [];
  for (const [at, bytes] of images.entries()) {
    analyses.push(
      await analyzePicture({ ...options, ...wishes, bytes }).catch((error: unknown) => {
        throw namingImage(at, error);
      }),
    );
  }
  return analyses;
}

/** Says of each image whether it is fit for enrolment: one face, nothing hidden, good enough to be recognised. */
export const predictHandlers = wirePath(nodeflux, pattern, {
  POST: route(nodeflux, {
    pattern,
    authenticate: serviceKey({ types: ["QUALITY"], resolve: resolveApiKey }),
    admit: requireRoom,
    read: ({ request }) => readPredictRequest(request),
    run: ({ images, thresholds }, { actor: scope, signal }) =>
      assessImages(images, { scope, probabilityMin: thresholds.face_detection.threshold, signal }),
    serialize: (analyses, { thresholds }) =>
      serializeJudgements(analyses.map((analysis) => judge(analysis, thresholds))),
    facts: analysesFacts,
  }),
});

/** Of all images together. */
function analysesFacts(analyses: readonly Analysis[]) {
  const sum = (stage: "queue" | "decode" | "detect") =>
    analyses.reduce((total, { timingsMs }) => total + timingsMs[stage], 0);
  return analysisFacts({
    faces: analyses.flatMap(({ faces }) => faces),
    versions: analyses[0]?.versions ?? {},
    timingsMs: { queue: sum("queue"), decode: sum("decode"), detect: sum("detect") },
  });
}
