import { type ReactNode, useId } from "react";

interface PanelProps {
  readonly title: string;
  readonly purpose?: string | undefined;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, purpose, action, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      // Where the focus goes when the control in this part that had it is gone.
      tabIndex={-1}
      className="outline-none flex flex-col gap-4 rounded-md border border-border bg-card p-4 sm:p-6"
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 id={id} className="font-semibold text-lg tracking-tight">
            {title}
          </h2>
          {purpose === undefined ? null : <p className="max-w-prose text-muted-foreground text-sm">{purpose}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
