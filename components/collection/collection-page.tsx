"use client";

import dynamic from "next/dynamic";
import { useTranslate } from "@/components/language/language-provider";
import { useService } from "@/components/services/service-context";
import { EmptyState } from "@/components/shared/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";

function Loading() {
  const t = useTranslate();
  return <SkeletonRows label={t("shared.loading")} />;
}

// The largest page of a service: its scripts come while the page around it stands already.
const Collection = dynamic(() => import("./collection").then((module) => module.Collection), { loading: Loading });

/** The people that a recognition service knows, and their faces. */
export function CollectionPage() {
  const t = useTranslate();
  const { service } = useService();
  if (service.type !== "RECOGNITION") return <EmptyState title={t("collection.none")} />;
  return <Collection key={service.id} serviceId={service.id} />;
}
