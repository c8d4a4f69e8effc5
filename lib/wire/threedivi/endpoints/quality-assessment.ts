import { assessPortraits } from "@/lib/domain/portraits/service";
import { estimator } from "@/lib/wire/threedivi/estimator";
import { serializeQuality } from "@/lib/wire/threedivi/serialize-quality";

export const qualityAssessment = estimator({
  name: "quality-assessment-estimator",
  serviceTypes: ["QUALITY"],
  describe: async (request) => {
    const { analysis, portraits } = await assessPortraits(request);
    return { analysis, members: portraits.map(serializeQuality) };
  },
  detects: true,
});
