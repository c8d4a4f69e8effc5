import { titleOf } from "@/app/language";
import { ServiceDashboard } from "@/components/statistics/service-dashboard";

export const generateMetadata = titleOf("statistics.pageTitle");

export default function ServiceDashboardPage() {
  return <ServiceDashboard />;
}
