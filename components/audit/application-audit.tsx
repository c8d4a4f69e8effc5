"use client";

import { useApplication } from "@/components/applications/application-context";
import { useTranslate } from "@/components/language/language-provider";
import { Panel } from "@/components/ui/panel";
import { AuditLog } from "./audit-log";

export function ApplicationAudit() {
  const t = useTranslate();
  const { id } = useApplication();
  return (
    <Panel title={t("audit.title")} purpose={t("audit.applicationPurpose")}>
      <AuditLog applicationId={id} />
    </Panel>
  );
}
