import { titleOf } from "@/app/language";
import { ApplicationList } from "@/components/applications/application-list";

export const generateMetadata = titleOf("applications.title");

export default function ApplicationsPage() {
  return <ApplicationList />;
}
