import { titleOf } from "@/app/language";
import { ServiceSettings } from "@/components/services/service-settings";

export const generateMetadata = titleOf("services.settingsPageTitle");

export default function ServiceSettingsPage() {
  return <ServiceSettings />;
}
