import type { ReactNode } from "react";

/** A word that classifies the thing beside it. */
export function Badge({ children }: { readonly children: ReactNode }) {
  return (
    <span className="inline-flex items-center rounded-md border border-border bg-muted px-2 py-0.5 font-medium text-xs">
      {children}
    </span>
  );
}
