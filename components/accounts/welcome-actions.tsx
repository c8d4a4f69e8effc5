"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { accountQueries } from "@/lib/client/accounts";

/** The two ways in; on a new server, the first account comes first. */
export function WelcomeActions() {
  const { data: options } = useQuery(accountQueries.options());
  const isFirst = options?.isFirstAccount === true;
  return (
    <div className="flex flex-wrap gap-3">
      <Link href="/sign-in" className={`${buttonClass(isFirst ? "secondary" : "primary")} ${isFirst ? "order-2" : ""}`}>
        Sign in
      </Link>
      <Link href="/sign-up" className={buttonClass(isFirst ? "primary" : "secondary")}>
        {isFirst ? "Create the first account" : "Create an account"}
      </Link>
    </div>
  );
}
