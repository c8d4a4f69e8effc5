const steps = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

const format = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

function inWords(distanceS: number): string {
  for (const [unit, unitS] of steps) {
    if (Math.abs(distanceS) >= unitS) return format.format(Math.round(distanceS / unitS), unit);
  }
  return "just now";
}

/** A moment as its distance from now, with the full date on hover. */
export function RelativeTime({ at }: { readonly at: string }) {
  const moment = new Date(at);
  return (
    <time dateTime={at} title={moment.toLocaleString("en", { dateStyle: "full", timeStyle: "long" })}>
      {inWords((moment.getTime() - Date.now()) / 1000)}
    </time>
  );
}
