import type { ReactNode } from "react";
import { titleOf } from "@/app/language";
import { ApplicationFrame } from "@/components/applications/application-frame";

export const generateMetadata = titleOf("applications.pageTitle");

interface ApplicationLayoutProps {
  readonly params: Promise<{ readonly applicationId: string }>;
  readonly children: ReactNode;
}

export default async function ApplicationLayout({ params, children }: ApplicationLayoutProps) {
  const { applicationId } = await params;
  return <ApplicationFrame applicationId={applicationId}>{children}</ApplicationFrame>;
}
