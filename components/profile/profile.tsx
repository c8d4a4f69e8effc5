"use client";

import { useTranslate } from "@/components/language/language-provider";
import { PageHeader } from "@/components/shared/page-header";
import { DeleteAccount } from "./delete-account";
import { NamePanel } from "./name-panel";
import { PasswordPanel } from "./password-panel";
import { SecondFactorPanel } from "./second-factor-panel";
import { SessionPanel } from "./session-panel";

export function Profile() {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("profile.title")} purpose={t("profile.purpose")} />
      <NamePanel />
      <PasswordPanel />
      <SecondFactorPanel />
      <SessionPanel />
      <DeleteAccount />
    </>
  );
}
