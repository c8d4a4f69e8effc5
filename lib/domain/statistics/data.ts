import { db } from "@/lib/db/client";
import type { HourlyTally } from "./types";

/** Hours with requests that begin at `from` or later and before `to`. */
export function findTallies({
  serviceId,
  from,
  to,
}: {
  readonly serviceId: string;
  readonly from: Date;
  readonly to: Date;
}): Promise<HourlyTally[]> {
  return db().requestStatistic.findMany({ where: { serviceId, hour: { gte: from, lt: to } } });
}
