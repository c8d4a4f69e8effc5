import { useLanguage } from "@/components/language/language-provider";
import { type StatisticsRange, statisticsRanges } from "@/lib/client/statistics";

const forms = {
  hour: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  // Days begin at midnight in UTC, which is another day in half of the world.
  day: { day: "numeric", month: "short", timeZone: "UTC" },
  month: { month: "long", year: "numeric", timeZone: "UTC" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A function that names a period by its start, in the reader's language. */
export function usePeriodText(range: StatisticsRange): (at: string) => string {
  const format = new Intl.DateTimeFormat(useLanguage(), forms[statisticsRanges[range].by]);
  return (at) => format.format(new Date(at));
}
