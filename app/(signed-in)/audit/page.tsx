import { titleOf } from "@/app/language";
import { InstallationAudit } from "@/components/audit/installation-audit";

export const generateMetadata = titleOf("audit.title");

export default function AuditPage() {
  return <InstallationAudit />;
}
