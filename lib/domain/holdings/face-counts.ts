import { processWide } from "@/lib/observability/process-state";
import { countFacesByModel } from "./data";
import type { ModelFaces } from "./types";

interface Count {
  /** Of the collection, when counting began. */
  readonly version: bigint | null;
  readonly models: Promise<readonly ModelFaces[]>;
}

const collectionsMax = 1_000;
const counts = processWide("face counts", () => new Map<string, Count>());

/**
 * Faces of a collection by the networks that embedded them, the most first. Counting reads all of them, and every page
 * that shows the number asks for it twice a minute: they are counted again only after a change.
 *
 * @param version the collection's, read before; every change of its faces raises it
 */
export async function countFaces(serviceId: string, version: bigint | null): Promise<readonly ModelFaces[]> {
  const last = counts.get(serviceId);
  if (last !== undefined && last.version === version) return last.models;
  const count = { version, models: countFacesByModel(serviceId) };
  counts.delete(serviceId);
  counts.set(serviceId, count);
  if (counts.size > collectionsMax) counts.delete(counts.keys().next().value as string);
  try {
    return await count.models;
  } catch (error) {
    if (counts.get(serviceId) === count) counts.delete(serviceId);
    throw error;
  }
}
