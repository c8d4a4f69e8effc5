import { existsSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { InferenceError } from "@/inference/inference-error";
import { serveTasks } from "@/inference/pool/serve-tasks";

/** What the tests ask of a worker without networks. */
export type TinyInput =
  | { readonly do: "echo"; readonly bytes?: Uint8Array }
  | { readonly do: "hold" | "hang"; readonly gate: Int32Array<SharedArrayBuffer> }
  | { readonly do: "exit" | "crash" | "eatMemory" | "throwBug" | "throwInferenceError" };

interface TinyData {
  readonly bootError?: string;
  /** While this file exists a boot ends the thread. */
  readonly poisonFile?: string;
}

const data = (workerData ?? {}) as TinyData;

await serveTasks<TinyInput, unknown>(async () => {
  if (data.bootError !== undefined) throw new InferenceError("model_corrupt", data.bootError);
  if (data.poisonFile !== undefined && existsSync(data.poisonFile)) process.exit(7);
  return async (input) => {
    if (input.do === "echo") return { bytes: input.bytes, vector: new Float32Array([0.6, 0.8]) };
    if (input.do === "hold") return hold(input.gate);
    if (input.do === "hang") return hang(input.gate);
    return misbehave(input.do);
  };
});

/** Says in slot 0 that the task runs, then sleeps until the test opens slot 1. */
function hold(gate: Int32Array<SharedArrayBuffer>): string {
  Atomics.store(gate, 0, 1);
  Atomics.wait(gate, 1, 0);
  return "held";
}

/** Says in slot 0 that the task runs, which it does for ever. */
function hang(gate: Int32Array<SharedArrayBuffer>): never {
  Atomics.store(gate, 0, 1);
  for (;;);
}

function misbehave(how: Exclude<TinyInput["do"], "echo" | "hold" | "hang">): unknown {
  if (how === "exit") process.exit(3);
  if (how === "throwBug") throw new TypeError("undefined is not a face");
  if (how === "throwInferenceError") throw new InferenceError("image_unreadable", "The image is damaged.");
  if (how === "crash") {
    setImmediate(() => {
      throw new Error("crashed outside the task");
    });
    return new Promise(() => {});
  }
  const eaten: object[] = [];
  for (;;) eaten.push(Array.from({ length: 1000 }, () => ({})));
}
