import { extractTemplates } from "@/lib/domain/templates/service";
import { estimator } from "@/lib/wire/threedivi/estimator";
import { serializeTemplate } from "@/lib/wire/threedivi/serialize-verification";

export const templateExtractor = estimator({
  name: "face-detector-template-extractor",
  serviceTypes: ["VERIFICATION"],
  describe: async (request) => {
    const { analysis, templates } = await extractTemplates(request);
    return { analysis, members: templates.map(serializeTemplate) };
  },
  detects: true,
});
