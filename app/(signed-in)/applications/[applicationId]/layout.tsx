import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ApplicationFrame } from "@/components/applications/application-frame";

export const metadata: Metadata = { title: "Application" };

interface ApplicationLayoutProps {
  readonly params: Promise<{ readonly applicationId: string }>;
  readonly children: ReactNode;
}

export default async function ApplicationLayout({ params, children }: ApplicationLayoutProps) {
  const { applicationId } = await params;
  return <ApplicationFrame applicationId={applicationId}>{children}</ApplicationFrame>;
}
