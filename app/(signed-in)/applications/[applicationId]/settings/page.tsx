import { titleOf } from "@/app/language";
import { ApplicationSettings } from "@/components/applications/application-settings";

export const generateMetadata = titleOf("applications.settingsTitle");

export default function ApplicationSettingsPage() {
  return <ApplicationSettings />;
}
