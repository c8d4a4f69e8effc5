import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import * as ort from "onnxruntime-node";
import { printLine } from "@/bench/print-line";
import { convertNetwork } from "@/inference/convert/convert-network";
import { goldenInput } from "@/inference/models/golden-input";
import { type GoldenOutput, recordOutput } from "@/inference/models/golden-output";
import { modelFileName, type NetworkId, networkIds } from "@/inference/models/registry";
import { loadSession } from "@/inference/runtime/ort";

type Goldens = Record<string, GoldenOutput>;

async function recordGoldens(id: NetworkId, bytes: Uint8Array, folder: string): Promise<Goldens> {
  const file = path.join(folder, modelFileName(id));
  await writeFile(file, bytes);
  const names = (await ort.InferenceSession.create(file)).outputNames;
  const session = await loadSession(file, 1);
  const outputs = await session.run(goldenInput(id), names);
  await session.release();
  return Object.fromEntries(Object.entries(outputs).map(([name, values]) => [name, recordOutput(values)]));
}

const save = (name: string, value: unknown) =>
  writeFile(path.join("inference/models", name), `${JSON.stringify(value, undefined, 2)}\n`);

const folder = await mkdtemp(path.join(os.tmpdir(), "mien-record-"));
const checksums: Record<string, string> = {};
const goldens: Record<string, Goldens> = {};
for (const id of networkIds) {
  const bytes = await convertNetwork(id);
  checksums[id] = createHash("sha256").update(bytes).digest("hex");
  goldens[id] = await recordGoldens(id, bytes, folder);
  printLine(`${id} ${checksums[id]}`);
}
await rm(folder, { recursive: true });
await save("checksums.json", checksums);
await save("goldens.json", goldens);
