"use client";

import { useTexts } from "@/components/language/language-provider";
import type { Language } from "@/components/language/languages";

const steps = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** The distance in words, or null when it is less than a minute. */
function inWords(language: Language, distanceS: number): string | null {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, unitS] of steps) {
    if (Math.abs(distanceS) >= unitS) return format.format(Math.round(distanceS / unitS), unit);
  }
  return null;
}

/** A moment as its distance from now, with the full date on hover. */
export function RelativeTime({ at }: { readonly at: string }) {
  const { language, translate: t } = useTexts();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={moment.toLocaleString(language, { dateStyle: "full", timeStyle: "long" })}>
      {inWords(language, (moment.getTime() - Date.now()) / 1000) ?? t("shared.justNow")}
    </time>
  );
}
