import type { ReactNode } from "react";

import { ServiceFrame } from "@/components/services/service-frame";

interface ServiceLayoutProps {
  readonly params: Promise<{ readonly serviceId: string }>;
  readonly children: ReactNode;
}

export default async function ServiceLayout({ params, children }: ServiceLayoutProps) {
  const { serviceId } = await params;
  return <ServiceFrame serviceId={serviceId}>{children}</ServiceFrame>;
}
