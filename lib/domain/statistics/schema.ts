import { z } from "zod";

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Which periods of a service's statistics are wanted: those that begin before `to` and end after `from`. */
export const statisticsInput = z.strictObject({
  from: moment.optional(),
  to: moment.optional(),
  by: z.enum(["hour", "day", "month"]).default("hour"),
});
export type StatisticsInput = z.output<typeof statisticsInput>;
