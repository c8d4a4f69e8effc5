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

/** The vendor's three modules are one setting of the service; the two that judge one face tell no places. */
export const livenessEstimator = estimator({
  name: "face-detector-liveness-estimator",
  serviceTypes: ["LIVENESS"],
  describe: async (request) => {
    const { analysis, verdicts, poor } = await checkFaces({ ...request, oneFacePixelsMax });
    if (poor !== undefined) throw lowQuality(poor);
    const members = verdicts.map(({ probability, isLive }) => ({
      liveness: { confidence: probability, value: isLive ? "REAL" : "FAKE" },
    }));
    if (request.scope.settings.livenessCheck === "EVERY_FACE") return { analysis, members };
    // Without a face these modules answer an object without liveness.
    const isSearch = request.faceBoxes === undefined;
    return { analysis, members: isSearch && members.length === 0 ? [{}] : members, hidesPlaces: true };
  },
  detects: true,
});
