import type { ReactNode } from "react";

interface AccountCardProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** The narrow column of the pages around signing in. */
export function AccountCard({ title, children }: AccountCardProps) {
  return (
    <main id="main" className="mx-auto flex max-w-md flex-col gap-6 px-4 py-12">
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      {children}
    </main>
  );
}
