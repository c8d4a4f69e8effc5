import type { Metadata } from "next";
import { ServiceDetails } from "@/components/services/service-details";

export const metadata: Metadata = { title: "Service" };

interface ServicePageProps {
  readonly params: Promise<{ readonly serviceId: string }>;
}

export default async function ServicePage({ params }: ServicePageProps) {
  const { serviceId } = await params;
  return <ServiceDetails serviceId={serviceId} />;
}
