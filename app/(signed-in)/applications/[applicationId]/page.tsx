import type { Metadata } from "next";
import { ServiceList } from "@/components/services/service-list";

export const metadata: Metadata = { title: "Services" };

export default function ApplicationServicesPage() {
  return <ServiceList />;
}
