import { statfs } from "node:fs/promises";
import { totalmem } from "node:os";
import { existingParent } from "@/lib/config/existing-parent";
import type { DiskState, MemoryState } from "./types";

export function readMemory(): MemoryState {
  // Outside of a container this is 0 or more than there is.
  const limitBytes = process.constrainedMemory();
  const totalBytes = limitBytes > 0 ? Math.min(limitBytes, totalmem()) : totalmem();
  return { usedBytes: process.memoryUsage.rss(), totalBytes };
}

/** Of the file system that a folder lies in, or will lie in. */
export async function readDisk(folder: string): Promise<DiskState> {
  const { bavail, blocks, bsize } = await statfs(existingParent(folder));
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
