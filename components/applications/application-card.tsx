"use client";

import Link from "next/link";
import { useTranslate } from "@/components/language/language-provider";
import { Badge } from "@/components/ui/badge";
import type { Application } from "@/lib/client/applications";

/** One application in the list. */
export function ApplicationCard({ application }: { readonly application: Application }) {
  const t = useTranslate();
  const { id, name, owner, role, serviceCount } = application;
  return (
    <li className="relative flex flex-col gap-3 rounded-md border border-border bg-card p-4 hover:bg-muted">
      <h2 className="break-words font-medium">
        <Link href={`/applications/${id}`} className="after:absolute after:inset-0">
          {name}
        </Link>
      </h2>
      <p className="text-muted-foreground text-sm">
        {owner === null ? t("applications.noOwner") : `${owner.firstName} ${owner.lastName}`}
      </p>
      <div className="mt-auto flex flex-wrap gap-2">
        <Badge>{t("applications.services", { count: serviceCount })}</Badge>
        {role === null ? null : <Badge>{t(`roles.${role}`)}</Badge>}
      </div>
    </li>
  );
}
