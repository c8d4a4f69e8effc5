import { CircleAlert, Info } from "lucide-react";
import type { ReactNode } from "react";

type Kind = "error" | "note";

const icons = { error: CircleAlert, note: Info } as const satisfies Record<Kind, unknown>;
const colours = { error: "text-destructive", note: "text-primary" } as const satisfies Record<Kind, string>;

/** A message in the flow of the page. An error interrupts readers who do not see it; a note waits. */
export function Alert({ kind, title, children }: { kind: Kind; title: string; children?: ReactNode }) {
  const Icon = icons[kind];
  return (
    <div
      role={kind === "error" ? "alert" : "status"}
      className="flex gap-3 rounded-md border border-border bg-card p-4 text-sm"
    >
      <Icon aria-hidden="true" className={`size-5 shrink-0 ${colours[kind]}`} />
      <div className="flex min-w-0 flex-col gap-1 wrap-anywhere">
        <p className={`font-medium ${colours[kind]}`}>{title}</p>
        {children}
      </div>
    </div>
  );
}
