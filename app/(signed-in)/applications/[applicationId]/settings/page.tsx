import type { Metadata } from "next";
import { ApplicationSettings } from "@/components/applications/application-settings";

export const metadata: Metadata = { title: "Application settings" };

export default function ApplicationSettingsPage() {
  return <ApplicationSettings />;
}
