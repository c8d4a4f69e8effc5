import path from "node:path";
import { parseArgs } from "node:util";
import { tableHead, tableRow } from "@/bench/markdown-table";
import { printLine } from "@/bench/print-line";
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

await prepareModels(options.models);
const tf = await loadTensorFlow();
const references = await loadReferences(tf);
const rows: Row[] = [];
const asked = networkIds.filter((id) => positionals.length === 0 || positionals.includes(id));
printLine(tableHead(["network", "largest difference", "TensorFlow.js ms", "ONNX ms", "ratio"]));
for (const id of asked) {
  const row = await compare(id, references[id]);
  rows.push(row);
  const times = [row.tensorFlowMs, row.onnxMs, row.tensorFlowMs / row.onnxMs].map((value) => value.toFixed(1));
  printLine(tableRow([id, row.difference.toExponential(1), ...times]));
}
const failed = rows.filter(({ difference }) => !(difference <= differenceMax)).map(({ id }) => id);
printLine(failed.length === 0 ? "\nAll within 1e-3." : `\nAbove 1e-3: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
