"use client";

import { useTranslate } from "@/components/language/language-provider";
import { TabLinks } from "@/components/shared/tab-links";
import { useMe } from "@/components/shell/me-context";
import { may } from "@/lib/client/permissions";
import { useApplication } from "./application-context";

/** The pages of the application that the reader's role has use for. */
export function ApplicationTabs() {
  const t = useTranslate();
  const { globalRole } = useMe();
  const { id, role } = useApplication();
  const here = `/applications/${id}`;
  const tabs = [
    { href: here, text: t("applications.tabServices") },
    { href: `${here}/members`, text: t("applications.tabMembers") },
    { href: `${here}/settings`, text: t("applications.tabSettings") },
  ];
  const audit = { href: `${here}/audit`, text: t("audit.tab") };
  const shown = may("application.audit", { globalRole, role }) ? [...tabs, audit] : tabs;
  return <TabLinks label={t("applications.tabs")} tabs={shown} />;
}
