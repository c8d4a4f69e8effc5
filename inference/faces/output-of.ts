import { InferenceError } from "@/inference/inference-error";
import type { Outputs } from "@/inference/runtime/ort";

/** One output of a network. Throws `model_corrupt` when it is not there or empty, since no value may stand in for it. */
export function outputOf(outputs: Outputs, name: string): Float32Array {
  const values = outputs[name];
  if (!values?.length) throw new InferenceError("model_corrupt", `A network gave no output ${name}.`);
  return values;
}
