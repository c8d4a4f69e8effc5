"use client";

import { useTranslate } from "@/components/language/language-provider";
import { loadLater } from "@/components/shared/load-later";
import { PageHeader } from "@/components/shared/page-header";
import { SessionPanel } from "./session-panel";

const NamePanel = loadLater(async () => (await import("./name-panel")).NamePanel);
const PasswordPanel = loadLater(async () => (await import("./password-panel")).PasswordPanel);
const SecondFactorPanel = loadLater(async () => (await import("./second-factor-panel")).SecondFactorPanel);
const DeleteAccount = loadLater(async () => (await import("./delete-account")).DeleteAccount);

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
