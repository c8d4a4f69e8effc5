import type { Metadata } from "next";
import { ApiPage } from "@/app/(public)/docs/api/api-page";

export const metadata: Metadata = { title: "API" };

interface WirePageProps {
  readonly params: Promise<{ readonly wire: string }>;
}

export default async function WirePage({ params }: WirePageProps) {
  return <ApiPage wire={(await params).wire} />;
}
