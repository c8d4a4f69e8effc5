import * as ort from "onnxruntime-node";
import { InferenceError } from "@/inference/inference-error";

/** Plain bytes of pictures: `[n, height, width, channels]`. */
export interface ImageTensor {
  readonly data: Uint8Array;
  readonly dims: readonly [n: number, height: number, width: number, channels: number];
}

export type Outputs = Readonly<Record<string, Float32Array>>;

/** A loaded network: bytes in, named floats out. */
export interface Session {
  /** Runs the network and returns the outputs asked for. Throws when it gives a number that is not finite. */
  run(image: ImageTensor, outputs: readonly string[]): Promise<Outputs>;
  release(): Promise<void>;
}

/**
 * Loads a network. `intraOpThreads` is explicit because the runtime would take a thread per core of the host, also
 * inside a container that may use only a few. `run` blocks the calling thread: call it in workers only.
 */
export async function loadSession(file: string, intraOpThreads: number): Promise<Session> {
  const session = await ort.InferenceSession.create(file, {
    executionProviders: ["cpu"],
    graphOptimizationLevel: "all",
    intraOpNumThreads: intraOpThreads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  });
  return {
    run: async (image, outputs) => {
      const feeds = { image: new ort.Tensor("uint8", image.data, image.dims) };
      const results = await session.run(feeds, outputs);
      return Object.fromEntries(outputs.map((name) => [name, floatsOf(file, name, results[name])]));
    },
    release: () => session.release(),
  };
}

function floatsOf(file: string, name: string, tensor: ort.Tensor | undefined): Float32Array {
  const data = tensor?.data;
  if (!(data instanceof Float32Array)) throw new InferenceError("model_corrupt", `${file} has no output ${name}.`);
  // One NaN spreads to every value of these networks, so looking at the ends is enough and costs nothing.
  if (!Number.isFinite(data[0]) || !Number.isFinite(data.at(-1))) {
    throw new InferenceError("model_corrupt", `${file} gave a value that is not a number in ${name}.`);
  }
  return data;
}
