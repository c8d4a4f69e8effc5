"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslate } from "@/components/language/language-provider";
import { buttonClass } from "@/components/ui/button";
import { accountQueries } from "@/lib/client/accounts";

/** The two ways in; on a new server, the first account comes first. */
export function WelcomeActions() {
  const t = useTranslate();
  const { data: options } = useQuery(accountQueries.options());
  const isFirst = options?.isFirstAccount === true;
  return (
    <div className="flex flex-wrap gap-3">
      <Link href="/sign-in" className={`${buttonClass(isFirst ? "secondary" : "primary")} ${isFirst ? "order-2" : ""}`}>
        {t("accounts.signIn")}
      </Link>
      <Link href="/sign-up" className={buttonClass(isFirst ? "primary" : "secondary")}>
        {isFirst ? t("accounts.createFirst") : t("accounts.signUp")}
      </Link>
    </div>
  );
}
