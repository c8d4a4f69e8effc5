import { createRequire } from "node:module";
import path from "node:path";

/** What this program uses of a TensorFlow.js tensor. */
export interface Tensor {
  sub(other: Tensor | number): Tensor;
  mul(other: Tensor | number): Tensor;
  div(other: Tensor | number): Tensor;
  add(other: Tensor | number): Tensor;
  reverse(axis: number): Tensor;
  dataSync(): Float32Array;
}

export interface GraphModel {
  readonly inputs: readonly { readonly name: string }[];
  execute(inputs: Readonly<Record<string, Tensor>>, outputs: readonly string[]): Tensor | Tensor[];
}

interface ModelArtifacts {
  readonly modelTopology: unknown;
  readonly weightSpecs: unknown;
  readonly weightData: ArrayBuffer;
}

/** What this program uses of TensorFlow.js; written down here so that the project's types do not need it installed. */
export interface TensorFlow {
  readonly version_core: string;
  setBackend(name: string): Promise<boolean>;
  getBackend(): string;
  env(): { set(flag: string, value: boolean): void; getAsync(flag: string): Promise<boolean> };
  tensor(data: Float32Array, shape: readonly number[]): Tensor;
  tidy<T>(run: () => T): T;
  loadGraphModel(handler: { load(): Promise<ModelArtifacts> }): Promise<GraphModel>;
}

const packages = createRequire(path.resolve("bench/convert/package.json"));

/** `require` that finds this program's own packages, for code that lies elsewhere. */
export const requirePeer: (name: string) => unknown = packages;

/** TensorFlow.js on its WebAssembly backend with SIMD and one thread. Throws when the machine or Node lacks SIMD. */
export async function loadTensorFlow(): Promise<TensorFlow> {
  const tf = requirePeer("@tensorflow/tfjs") as TensorFlow;
  const wasm = requirePeer("@tensorflow/tfjs-backend-wasm") as { setWasmPaths(folder: string): void };
  wasm.setWasmPaths(`${path.dirname(packages.resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"))) throw new Error("WebAssembly has no SIMD here.");
  if (!(await tf.setBackend("wasm"))) throw new Error("The WebAssembly backend did not start.");
  return tf;
}
