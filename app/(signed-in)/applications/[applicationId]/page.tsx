import { titleOf } from "@/app/language";
import { ServiceList } from "@/components/services/service-list";

export const generateMetadata = titleOf("applications.tabServices");

export default function ApplicationServicesPage() {
  return <ServiceList />;
}
