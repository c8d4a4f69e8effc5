"use client";

import { useTranslate } from "@/components/language/language-provider";
import { PageHeader } from "@/components/shared/page-header";
import { AuditLog } from "./audit-log";

export function InstallationAudit() {
  const t = useTranslate();
  return (
    <>
      <PageHeader title={t("audit.title")} purpose={t("audit.purpose")} />
      <AuditLog applicationId={null} />
    </>
  );
}
