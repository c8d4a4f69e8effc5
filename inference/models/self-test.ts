import { InferenceError } from "@/inference/inference-error";
import type { Session } from "@/inference/runtime/ort";
import { goldenInput } from "./golden-input";
import { type GoldenOutput, isGolden } from "./golden-output";
import goldens from "./goldens.json" with { type: "json" };
import { modelFileName, type NetworkId } from "./registry";

const goldenOutputs: Readonly<Record<NetworkId, Readonly<Record<string, GoldenOutput>>>> = goldens;

/**
 * Runs a network once on a picture made by arithmetic and compares all of its outputs with the recorded ones: the proof
 * that this runtime on this machine computes what was tested. Also warms the session up.
 * Throws `model_corrupt` naming the file and the output.
 */
export async function checkGoldens(session: Session, id: NetworkId): Promise<void> {
  const expected = goldenOutputs[id];
  const outputs = await session.run(goldenInput(id), Object.keys(expected));
  for (const [name, golden] of Object.entries(expected)) {
    const values = outputs[name];
    if (values && isGolden(values, golden)) continue;
    throw new InferenceError("model_corrupt", `${modelFileName(id)} gives wrong values in its output ${name}.`);
  }
}
