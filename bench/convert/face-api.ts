import { readFile } from "node:fs/promises";
import path from "node:path";
import { compileFunction } from "node:vm";
import { requirePeer, type Tensor } from "./tensorflow";

const folder = path.resolve("node_modules/@vladmandic/face-api");

interface Network<Result> {
  loadFromDisk(folder: string): Promise<void>;
  forwardInput(input: unknown): Result;
}

/** What this program uses of face-api. */
export interface FaceApi {
  readonly NetInput: new (tensors: readonly Tensor[]) => unknown;
  readonly nets: {
    readonly ssdMobilenetv1: Network<{ readonly boxes: Tensor[]; readonly scores: Tensor[] }> & {
      readonly params: { readonly output_layer: { readonly extra_dim: Tensor } };
    };
    readonly faceLandmark68Net: Network<Tensor>;
    readonly faceRecognitionNet: Network<Tensor>;
    readonly ageGenderNet: Network<{ readonly age: Tensor; readonly gender: Tensor }>;
    readonly faceExpressionNet: Network<Tensor>;
  };
}

/**
 * face-api with the networks loaded. Its build for WebAssembly asks for TensorFlow.js, which only this program has, so
 * the file is evaluated with a `require` that looks here.
 */
export async function loadFaceApi(): Promise<FaceApi> {
  const source = await readFile(path.join(folder, "dist/face-api.node-wasm.js"), "utf8");
  const module = { exports: {} };
  compileFunction(source, ["module", "exports", "require"])(module, module.exports, requirePeer);
  const faceApi = module.exports as FaceApi;
  for (const network of networksOf(faceApi)) await network.loadFromDisk(path.join(folder, "model"));
  return faceApi;
}

function networksOf({ nets }: FaceApi): Network<unknown>[] {
  return [
    nets.ssdMobilenetv1,
    nets.faceLandmark68Net,
    nets.faceRecognitionNet,
    nets.ageGenderNet,
    nets.faceExpressionNet,
  ];
}
