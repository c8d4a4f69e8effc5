import type { ReactNode } from "react";

export type Figure = readonly [name: string, value: ReactNode];

/** Some numbers with what they count. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {figures.map(([name, value]) => (
        <div key={name} className="flex min-w-0 flex-col-reverse justify-end">
          <dt className="text-muted-foreground text-sm">{name}</dt>
          <dd className="break-words font-semibold text-2xl tabular-nums tracking-tight">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
