import { writeFile } from "node:fs/promises";
import path from "node:path";
import { convertGraphModel, type TfNode } from "@/inference/convert/tf-graph";
import type { ImageTensor } from "@/inference/runtime/ort";
import { runOnnx, withTemporaryFolder } from "./run-onnx";

export interface TinyWeight {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** A TensorFlow.js graph model made by hand. Its input is `image`, its result the last node. */
export interface TinyModel {
  readonly nodes: readonly (Pick<TfNode, "name" | "op" | "input"> & { readonly attr?: TfNode["attr"] })[];
  readonly weights?: Readonly<Record<string, TinyWeight>>;
}

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Attributes as `model.json` spells them. */
export const text = (value: string) => ({ s: base64(value) });
export const ints = (...values: readonly number[]) => ({ list: { i: values.map(String) } });
export const texts = (...values: readonly string[]) => ({ list: { s: values.map(base64) } });

export const vector = (...values: readonly number[]): TinyWeight => ({ shape: [values.length], values });

/** What the model sees of a byte: from -4 to almost 4 in steps of 1/32. */
export const seen = (bytes: Uint8Array): number[] => Array.from(bytes, (byte) => (byte - 128) / 32);

/** Bytes that repeat only after 256 values. */
export function picture(...dims: ImageTensor["dims"]): ImageTensor {
  const length = dims.reduce((product, size) => product * size, 1);
  return { data: Uint8Array.from({ length }, (_, i) => (i * 77 + 19) % 256), dims };
}

/** `count` numbers between -1 and 1, different ones for different seeds. */
export const numbers = (count: number, seed = 1) => Array.from({ length: count }, (_, i) => Math.sin(i * 1.7 + seed));

/** Converts the model and runs it on the picture. */
export async function runTinyModel(model: TinyModel, image: ImageTensor): Promise<number[]> {
  const bytes = await convertTinyModel(model, image.dims);
  const { result = [] } = await runOnnx(bytes, image, ["result"]);
  return Array.from(result);
}

/** Writes the model as `model.json` with its weights beside it and converts that. */
export function convertTinyModel(model: TinyModel, dims: readonly number[]): Promise<Uint8Array> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, "model.json");
    const weights = Object.entries(model.weights ?? {});
    const manifest = weights.map(([name, { shape }]) => ({ name, shape, dtype: "float32" }));
    const dim = dims.map((size) => ({ size: String(size) }));
    const input = { name: "image", op: "Placeholder", attr: { shape: { shape: { dim } } } };
    const topology = { node: [input, ...weights.map(([name]) => ({ name, op: "Const" })), ...model.nodes] };
    const values = Float32Array.from(weights.flatMap(([, weight]) => weight.values));
    await writeFile(path.join(folder, "model.bin"), new Uint8Array(values.buffer));
    const weightsManifest = [{ paths: ["model.bin"], weights: manifest }];
    await writeFile(file, JSON.stringify({ modelTopology: topology, weightsManifest }));
    const normalization = { channels: "rgb", mean: [128], scale: 1 / 32 } as const;
    return convertGraphModel("tiny", { file, normalization, outputs: { result: model.nodes.at(-1)?.name ?? "" } });
  });
}
