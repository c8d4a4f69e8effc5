import path from "node:path";
import { parseArgs } from "node:util";
import { prepareModels } from "@/inference/convert/prepare-models";
import { modelFileName, type NetworkId, networkIds } from "@/inference/models/registry";
import { loadSession } from "@/inference/runtime/ort";
import { loadReferences } from "./load-references";
import { largestDifference, medianTimesMs } from "./measure";
import { picturesFor } from "./pictures";
import type { Reference, Values } from "./reference";
import { loadTensorFlow } from "./tensorflow";

const differenceMax = 1e-3;

interface Row {
  readonly id: NetworkId;
  readonly difference: number;
  readonly tensorFlowMs: number;
  readonly onnxMs: number;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { models: { type: "string", default: "node_modules/.cache/mien-models" } },
});

async function compare(id: NetworkId, reference: Reference): Promise<Row> {
  const session = await loadSession(path.join(options.models, modelFileName(id)), 1);
  const pictures = await picturesFor(id);
  const expected = pictures.map((picture) => reference.run(picture));
  const actual: Values[] = [];
  for (const picture of pictures) actual.push(await session.run(picture, reference.outputs));
  const difference = largestDifference(expected, actual);
  const [, picture = pictures[0]] = pictures;
  if (!picture) throw new Error("There is no picture.");
  const [tensorFlowMs = 0, onnxMs = 0] = await medianTimesMs([
    () => reference.run(picture),
    () => session.run(picture, reference.outputs),
  ]);
  await session.release();
  return { id, difference, tensorFlowMs, onnxMs };
}

function toMarkdown(rows: readonly Row[]): string {
  const lines = rows.map(({ id, difference, tensorFlowMs, onnxMs }) => {
    const ratio = (tensorFlowMs / onnxMs).toFixed(1);
    return `| ${id} | ${difference.toExponential(1)} | ${tensorFlowMs.toFixed(1)} | ${onnxMs.toFixed(1)} | ${ratio} |`;
  });
  const head = ["| network | largest difference | TensorFlow.js ms | ONNX ms | ratio |", "|---|---|---|---|---|"];
  return [...head, ...lines].join("\n");
}

await prepareModels(options.models);
const tf = await loadTensorFlow();
const references = await loadReferences(tf);
const rows: Row[] = [];
const asked = networkIds.filter((id) => positionals.length === 0 || positionals.includes(id));
for (const id of asked) rows.push(await compare(id, references[id]));
console.log(toMarkdown(rows));
const failed = rows.filter(({ difference }) => !(difference <= differenceMax)).map(({ id }) => id);
console.log(failed.length === 0 ? "\nAll within 1e-3." : `\nAbove 1e-3: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
