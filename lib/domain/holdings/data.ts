import { db } from "@/lib/db/client";
import type { DaySize, ModelFaces } from "./types";

/** @returns the version of a service's collection, null before its first change; null for what is no service with one */
export async function findCollection(serviceId: string): Promise<{ readonly version: bigint | null } | null> {
  const where = { id: serviceId, type: "RECOGNITION" } as const;
  const service = await db().service.findFirst({ where, select: { collection: { select: { version: true } } } });
  return service && { version: service.collection?.version ?? null };
}

export function countSubjects(serviceId: string): Promise<number> {
  return db().subject.count({ where: { serviceId } });
}

/** The most faces first. */
export async function countFacesByModel(serviceId: string): Promise<readonly ModelFaces[]> {
  const groups = await db().face.groupBy({
    by: ["modelTag"],
    where: { serviceId },
    _count: true,
    orderBy: [{ _count: { id: "desc" } }, { modelTag: "asc" }],
  });
  return groups.map(({ modelTag, _count: faces }) => ({ modelTag, faces }));
}

/** Noted sizes after a day and before another, the oldest first. */
export async function findDaySizes(serviceId: string, from: Date, before: Date): Promise<DaySize[]> {
  const rows = await db().collectionSize.findMany({
    where: { serviceId, day: { gte: from, lt: before } },
    orderBy: { day: "asc" },
    select: { day: true, subjects: true, faces: true },
  });
  return rows.map(({ day, ...size }) => ({ day: day.toISOString().slice(0, 10), ...size }));
}
