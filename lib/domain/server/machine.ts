import { statfs } from "node:fs/promises";
import { existingParent } from "@/lib/config/existing-parent";
import { memoryLimitBytes } from "@/lib/config/memory-limit";
import type { DiskState, MemoryState } from "./types";

export function readMemory(): MemoryState {
  return { usedBytes: process.memoryUsage.rss(), totalBytes: memoryLimitBytes() };
}

/** Of the file system that a folder lies in, or will lie in. */
export async function readDisk(folder: string): Promise<DiskState> {
  const { bavail, blocks, bsize } = await statfs(existingParent(folder));
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
