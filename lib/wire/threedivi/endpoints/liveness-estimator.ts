import type { Edges } from "@/lib/domain/detection/types";
import { checkFaces } from "@/lib/domain/liveness/service";
import type { CheckedFaces } from "@/lib/domain/liveness/types";
import { ThreediviError } from "@/lib/wire/threedivi/errors";
import { estimator } from "@/lib/wire/threedivi/estimator";

/** Of the modules that judge one face. */
const oneFacePixelsMax = 10_000_000;

const lowQuality = ({ totalScore, totalScoreMin }: NonNullable<CheckedFaces["poor"]>) =>
  new ThreediviError(
    "invalid_request",
    400,
    `Low image quality. Calculated score value (${totalScore}) is less than the threshold (${totalScoreMin})`,
  );

const areaOf = ({ xMin, yMin, xMax, yMax }: Edges) => (xMax - xMin) * (yMax - yMin);

/** Where the largest of some boxes stands among them. */
function placeOfLargest(boxes: readonly Edges[]): number {
  const areas = boxes.map(areaOf);
  return areas.indexOf(Math.max(...areas));
}

/**
 * The vendor's three modules are one setting of the service; the two that judge one face tell no places. Of several
 * faces that are passed in one of them judges the largest, the other none.
 */
export const livenessEstimator = estimator({
  name: "face-detector-liveness-estimator",
  serviceTypes: ["LIVENESS"],
  describe: async ({ faceBoxes, ...request }) => {
    const { livenessCheck } = request.scope.settings;
    const largest = faceBoxes && livenessCheck === "ONE_FACE" ? placeOfLargest(faceBoxes) : undefined;
    const boxes = largest === undefined ? faceBoxes : faceBoxes?.slice(largest, largest + 1);
    const { analysis, verdicts, poor } = await checkFaces({ ...request, faceBoxes: boxes, oneFacePixelsMax });
    if (poor !== undefined) throw lowQuality(poor);
    const members = verdicts.map(({ probability, isLive }) => ({
      liveness: { confidence: probability, value: isLive ? "REAL" : "FAKE" },
    }));
    if (livenessCheck === "EVERY_FACE") return { analysis, members };
    // Without a face these modules answer an object without liveness.
    if (faceBoxes === undefined && members.length === 0) return { analysis, members: [{}], hidesPlaces: true };
    // The faces before the one that was judged come back as they came.
    const unjudged = Array.from({ length: largest ?? 0 }, () => ({}));
    return { analysis, members: [...unjudged, ...members], hidesPlaces: true };
  },
  detects: true,
});
