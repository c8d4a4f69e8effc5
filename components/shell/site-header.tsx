import type { ReactNode } from "react";

/** The bar on top of every page. `home` is where the name leads. */
export function SiteHeader({ home, children }: { readonly home: string; readonly children: ReactNode }) {
  return (
    <header className="border-border border-b bg-card">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
        <a className="flex min-h-10 items-center font-semibold text-lg tracking-tight" href={home}>
          Mien
        </a>
        {children}
      </div>
    </header>
  );
}
