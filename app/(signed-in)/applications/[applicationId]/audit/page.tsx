import { titleOf } from "@/app/language";
import { ApplicationAudit } from "@/components/audit/application-audit";

export const generateMetadata = titleOf("audit.title");

export default function ApplicationAuditPage() {
  return <ApplicationAudit />;
}
