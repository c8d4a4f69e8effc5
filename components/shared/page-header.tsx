"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslate } from "@/components/language/language-provider";

interface PageHeaderProps {
  readonly title: string;
  readonly purpose?: string;
  /** Pages above this one, the highest first. */
  readonly above?: readonly { readonly href: string; readonly text: string }[];
  readonly action?: ReactNode;
}

/** Where the reader is, what this page is for, and its main action. */
export function PageHeader({ title, purpose, above = [], action }: PageHeaderProps) {
  const t = useTranslate();
  return (
    <div className="flex flex-col gap-2">
      {above.length === 0 ? null : (
        <nav aria-label={t("shared.breadcrumbs")}>
          <ul className="flex flex-wrap gap-2 text-sm">
            {above.map(({ href, text }) => (
              <li key={href} className="flex gap-2 text-muted-foreground not-first:before:content-['/']">
                <Link href={href} className="break-words text-primary underline underline-offset-4">
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="break-words font-semibold text-2xl tracking-tight">{title}</h1>
          {purpose === undefined ? null : <p className="max-w-prose text-muted-foreground">{purpose}</p>}
        </div>
        {action}
      </div>
    </div>
  );
}
