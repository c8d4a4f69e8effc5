import { titleOf } from "@/app/language";
import { ServiceOverview } from "@/components/services/service-overview";

export const generateMetadata = titleOf("services.pageTitle");

export default function ServiceOverviewPage() {
  return <ServiceOverview />;
}
