import { readAnsweringModel } from "@/lib/domain/model-packs/service";
import { authorize } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { countSubjects, findCollection, findDaySizes } from "./data";
import { countFaces } from "./face-counts";
import { storeCollectionSizes } from "./mutations";
import type { HoldingsInput } from "./schema";
import type { Holdings } from "./types";

const dayMs = 24 * 3_600_000;

/** Midnight in UTC before a moment. */
const dayOf = (at: Date) => new Date(Math.floor(at.getTime() / dayMs) * dayMs);

/**
 * Notes how large each collection is today. Called every hour: the last one of a day stands for it, whatever is removed
 * later.
 */
export function recordCollectionSizes(now: Date): Promise<void> {
  return storeCollectionSizes(dayOf(now));
}

/** Null for what is no service with a collection. */
async function countCollection(serviceId: string) {
  const collection = await findCollection(serviceId);
  if (collection === null) return null;
  const [subjects, models] = await Promise.all([countSubjects(serviceId), countFaces(serviceId, collection.version)]);
  return { subjects, models };
}

/**
 * What a service holds: its collection by networks, how it grew and shrank by days, and the networks that answer.
 *
 * @throws AppError `not_found`, `forbidden`
 */
export async function readHoldings(
  { actor, serviceId, days }: HoldingsInput & { readonly actor: Caller; readonly serviceId: string },
  now: Date = new Date(),
): Promise<Holdings> {
  await authorize({ actor, action: "statistics.read", serviceId });
  const today = dayOf(now);
  const from = new Date(today.getTime() - (days - 1) * dayMs);
  const [model, counted, before] = await Promise.all([
    readAnsweringModel(),
    countCollection(serviceId),
    findDaySizes(serviceId, from, today),
  ]);
  if (counted === null) return { model, collection: null };
  const faces = counted.models.reduce((sum, group) => sum + group.faces, 0);
  const last = { day: today.toISOString().slice(0, 10), subjects: counted.subjects, faces };
  return { model, collection: { ...counted, faces, days: [...before, last] } };
}
