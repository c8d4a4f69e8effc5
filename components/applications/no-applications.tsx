"use client";

import { useTranslate } from "@/components/language/language-provider";
import { EmptyState } from "@/components/shared/empty-state";
import { useMe } from "@/components/shell/me-context";
import { FirstSteps } from "@/components/welcome/first-steps";
import { CreateApplication } from "./create-application";

/** The first thing that a new account sees. */
export function NoApplications({ mayCreate }: { readonly mayCreate: boolean }) {
  const t = useTranslate();
  const { firstName } = useMe();
  if (!mayCreate) {
    return (
      <EmptyState title={t("applications.memberOfNone")}>
        <p>{t("applications.memberOfNoneHelp")}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("applications.none")}>
      <p>{t("welcome.hello", { name: firstName })}</p>
      <FirstSteps current="application" />
      <CreateApplication />
    </EmptyState>
  );
}
