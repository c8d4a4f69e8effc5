"use client";

import { useMutation } from "@tanstack/react-query";
import { UserRound } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { LanguageSwitch } from "@/components/language/language-switch";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { Button, buttonClass } from "@/components/ui/button";
import { leaveGate } from "@/lib/client/leave-gate";
import { signOut } from "@/lib/client/session";
import { useMe } from "./me-context";

/** What concerns the reader's own account, behind a button; the browser's popover closes it on Escape or a click beside. */
export function ProfileMenu() {
  const t = useTranslate();
  const me = useMe();
  const menu = useRef<HTMLDivElement>(null);
  // A whole new page: nothing that this account has read stays in memory.
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => window.location.assign("/sign-in") });
  return (
    <>
      <button type="button" popoverTarget="profile-menu" className={buttonClass("secondary")}>
        <UserRound aria-hidden="true" className="size-4" />
        <span className="max-w-32 truncate">{me.firstName}</span>
        <span className="sr-only">{t("shell.yourAccount")}</span>
      </button>
      <div
        id="profile-menu"
        popover="auto"
        ref={menu}
        className="inset-auto top-28 right-[max(1rem,calc((100vw-64rem)/2+1rem))] w-64 rounded-md border border-border bg-card p-4 text-foreground shadow-lg sm:top-16"
      >
        <p className="break-words font-medium">{`${me.firstName} ${me.lastName}`}</p>
        <p className="break-all text-muted-foreground text-sm">{me.email}</p>
        <div className="mt-3 flex flex-col gap-2">
          <LanguageSwitch />
          <Link href="/profile" className={buttonClass("secondary")} onClick={() => menu.current?.hidePopover()}>
            {t("shell.profile")}
          </Link>
          <Button busy={leave.isPending} onClick={() => leaveGate.pass(leave.mutate)}>
            {t("shell.signOut")}
          </Button>
          {leave.error === null ? null : <ProblemAlert error={leave.error} />}
        </div>
      </div>
    </>
  );
}
