import type { ReactNode } from "react";

/** What stands where a list would be: what is missing, and what to do about it. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-4 rounded-md border border-border border-dashed p-6">
      <p className="font-medium">{title}</p>
      {children}
    </div>
  );
}
