"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslate } from "@/components/language/language-provider";

const tabs = [
  ["", "applications.tabServices"],
  ["/members", "applications.tabMembers"],
  ["/settings", "applications.tabSettings"],
] as const;

const look =
  "flex h-10 items-center border-b-2 border-transparent px-3 text-sm hover:bg-muted aria-[current=page]:border-primary aria-[current=page]:font-semibold";

/** The pages of an application. Links, as each has an address of its own. */
export function ApplicationTabs({ applicationId }: { readonly applicationId: string }) {
  const t = useTranslate();
  const pathname = usePathname();
  return (
    <nav aria-label={t("applications.tabs")} className="border-border border-b">
      <ul className="flex gap-1">
        {tabs.map(([path, text]) => {
          const href = `/applications/${applicationId}${path}`;
          return (
            <li key={path}>
              <Link href={href} className={look} aria-current={pathname === href ? "page" : undefined}>
                {t(text)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
