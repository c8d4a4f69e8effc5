import { parentPort, receiveMessageOnPort } from "node:worker_threads";
import { shareFlags } from "@/inference/pool/native-calls";
import { packError, type WorkerMessage } from "@/inference/pool/protocol";
import { packParcel } from "@/inference/pool/transfer";

/**
 * The worker's side of the pool: boots, says ready, then answers one task after the other. A task that throws fails
 * alone; a boot that throws is reported with its reason and ends the thread.
 *
 * @param boot loads what the tasks need and returns the function that runs one
 */
export async function serveTasks<Input, Result>(boot: () => Promise<(input: Input) => Promise<Result>>): Promise<void> {
  if (parentPort === null) throw new Error("A worker entry runs in a worker thread of the pool, not by itself.");
  const port = parentPort;
  shareFlags(receiveMessageOnPort(port)?.message);
  const post = (message: WorkerMessage, transferList: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, [...transferList]);
  try {
    const run = await boot();
    port.on("message", async (input: Input) => {
      try {
        const { value, transferList } = packParcel(await run(input));
        post({ type: "done", result: value }, transferList);
      } catch (error) {
        post({ type: "failed", error: packError(error) });
      }
    });
    post({ type: "ready" });
  } catch (error) {
    post({ type: "bootFailed", error: packError(error) });
  }
}
