import type { ImageTensor } from "@/inference/runtime/ort";
import type { Tensor, TensorFlow } from "./tensorflow";

export type Values = Readonly<Record<string, Float32Array>>;

/** A network run by TensorFlow.js; takes plain bytes like the converted one and names its results alike. */
export interface Reference {
  readonly outputs: readonly string[];
  run(image: ImageTensor): Values;
}

/** The picture as floats from 0 to 255. */
export function imageTensor(tf: TensorFlow, { data, dims }: ImageTensor): Tensor {
  return tf.tensor(Float32Array.from(data), dims);
}
