import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type ImageTensor, loadSession, type Outputs } from "@/inference/runtime/ort";

/** Runs an ONNX file that lies in memory once. */
export async function runOnnx(bytes: Uint8Array, image: ImageTensor, outputs: readonly string[]): Promise<Outputs> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, "network.onnx");
    await writeFile(file, bytes);
    const session = await loadSession(file, 1);
    const results = await session.run(image, outputs);
    await session.release();
    return results;
  });
}

/** Lends a new folder and removes it afterwards. */
export async function withTemporaryFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "mien-convert-"));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
