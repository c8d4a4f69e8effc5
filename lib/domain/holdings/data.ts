import { db } from "@/lib/db/client";
import type { DaySize, Holdings } from "./types";

type Counted = Pick<NonNullable<Holdings["collection"]>, "subjects" | "models">;

/** Null for what is no service with a collection. */
export async function countCollection(serviceId: string): Promise<Counted | null> {
  const where = { id: serviceId, type: "RECOGNITION" } as const;
  const service = await db().service.findFirst({ where, select: { _count: { select: { subjects: true } } } });
  if (service === null) return null;
  const groups = await db().face.groupBy({
    by: ["modelTag"],
    where: { serviceId },
    _count: true,
    orderBy: [{ _count: { id: "desc" } }, { modelTag: "asc" }],
  });
  const models = groups.map(({ modelTag, _count: faces }) => ({ modelTag, faces }));
  return { subjects: service._count.subjects, models };
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
