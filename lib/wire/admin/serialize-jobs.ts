import type { Job, JobItem } from "@/lib/domain/jobs/types";
import { dateOrNull } from "./serialize";

export function serializeJob({ id, kind, state, total, done, failed, problem, isCancelWanted, ...times }: Job) {
  const numbers = { total, done, failed };
  return {
    ...{ id, kind, state, ...numbers, problem, isCancelWanted },
    createdAt: times.createdAt.toISOString(),
    startedAt: dateOrNull(times.startedAt),
    finishedAt: dateOrNull(times.finishedAt),
  };
}

export function serializeJobItem({ position, fileName, subject, problem, faceId }: JobItem) {
  return { position, fileName, subject, problem, faceId };
}
