"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const look =
  "flex h-10 items-center border-b-2 border-transparent px-3 text-sm hover:bg-muted aria-[current=page]:border-primary aria-[current=page]:font-semibold";

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly { readonly href: string; readonly text: string }[];
}

/** Pages of one thing. Links, as each has an address of its own. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="border-border border-b">
      <ul className="flex flex-wrap gap-1">
        {tabs.map(({ href, text }) => (
          <li key={href}>
            <Link href={href} className={look} aria-current={pathname === href ? "page" : undefined}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
