import type { ReactNode } from "react";

type Fact = readonly [name: string, value: ReactNode];

/** What is known of one thing, name beside value. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="flex flex-col divide-y divide-border text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="min-w-0 break-words text-end font-medium tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
