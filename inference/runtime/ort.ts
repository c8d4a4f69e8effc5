import * as ort from "onnxruntime-node";
import { InferenceError } from "@/inference/inference-error";
import { callNative } from "@/inference/pool/native-calls";

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

/** Floats with their sizes, such as the planes `[1, channels, height, width]` of a picture. */
export interface FloatTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** A loaded network of others: planes in, its outputs in its own order out. */
export interface FloatSession {
  /** Sizes of the input as the graph has them; undefined where any will do. */
  readonly inputShape: readonly (number | undefined)[];
  /** Throws when an output has a number that is not finite. */
  run(planes: FloatTensor): Promise<readonly FloatTensor[]>;
  release(): Promise<void>;
}

/**
 * Loads a network. `intraOpThreads` is explicit because the runtime would take a thread per core of the host, also
 * inside a container that may use only a few. `run` blocks the calling thread: call it in workers only.
 */
export async function loadSession(file: string, intraOpThreads: number): Promise<Session> {
  const session = await createSession(file, intraOpThreads);
  return {
    run: async (image, outputs) => {
      const feeds = { image: new ort.Tensor("uint8", image.data, image.dims) };
      const results = await callNative(() => session.run(feeds, outputs));
      return Object.fromEntries(outputs.map((name) => [name, floatsOf(file, name, results[name])]));
    },
    release: () => session.release(),
  };
}

/** Loads a network of others, which takes planes of floats instead of a picture's bytes. */
export async function loadFloatSession(file: string, intraOpThreads: number): Promise<FloatSession> {
  const session = await createSession(file, intraOpThreads);
  const [input] = session.inputMetadata;
  if (!input?.isTensor || input.type !== "float32" || session.inputMetadata.length !== 1) {
    throw new InferenceError("model_corrupt", `${file} does not take one tensor of floats.`);
  }
  const sizes = input.shape.map((size) => (typeof size === "number" && size > 0 ? size : undefined));
  return {
    inputShape: sizes,
    run: async ({ data, dims }) => {
      const feeds = { [input.name]: new ort.Tensor("float32", data, dims) };
      const results = await callNative(() => session.run(feeds));
      return session.outputNames.map((name) => {
        const tensor = results[name];
        return { data: floatsOf(file, name, tensor), dims: tensor?.dims ?? [] };
      });
    },
    release: () => session.release(),
  };
}

function createSession(file: string, intraOpThreads: number): Promise<ort.InferenceSession> {
  const options: ort.InferenceSession.SessionOptions = {
    executionProviders: ["cpu"],
    graphOptimizationLevel: "all",
    intraOpNumThreads: intraOpThreads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    // Plans of memory are kept for each size of input: pictures of many sizes would each leave one behind.
    enableMemPattern: false,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  };
  return callNative(() => ort.InferenceSession.create(file, options));
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
