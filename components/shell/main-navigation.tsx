"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslate } from "@/components/language/language-provider";
import { useMe } from "./me-context";
import { navigation } from "./navigation";

const look =
  "flex h-10 items-center rounded-md px-3 text-sm hover:bg-muted aria-[current=page]:bg-muted aria-[current=page]:font-semibold";

/** Links to the main pages that the reader's role has use for. */
export function MainNavigation() {
  const t = useTranslate();
  const { globalRole } = useMe();
  const pathname = usePathname();
  return (
    <nav aria-label={t("shell.navigation")}>
      <ul className="flex flex-wrap gap-1">
        {navigation
          .filter(({ roles }) => roles.includes(globalRole))
          .map(({ href, text }) => (
            <li key={href}>
              <Link href={href} className={look} aria-current={pathname.startsWith(href) ? "page" : undefined}>
                {t(text)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
