import { totalmem } from "node:os";

/** Memory that this process may use: the container's limit or the machine's whole memory. */
export function memoryLimitBytes(): number {
  // Outside of a container this is 0 or more than there is.
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
