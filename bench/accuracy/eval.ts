import { parseArgs } from "node:util";
import { evaluateDetection } from "./detection";
import { createEvalPipeline } from "./eval-pipeline";

const sections = { detection: evaluateDetection };

/** `npm run eval -- detection [--data <folder>] [--models <folder>]` prints one section as a Markdown table. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string", default: "../shared/data" }, models: { type: "string", default: "data/models" } },
});
const section = positionals[0] ?? "";
if (!(section in sections)) {
  process.stderr.write(`Say which section: ${Object.keys(sections).join(", ")}.\n`);
  process.exit(1);
}
const pipeline = await createEvalPipeline(values.models);
process.stdout.write(await sections[section as keyof typeof sections]({ pipeline, dataDir: values.data }));
