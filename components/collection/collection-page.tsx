"use client";

import { useTranslate } from "@/components/language/language-provider";
import { useService } from "@/components/services/service-context";
import { EmptyState } from "@/components/shared/empty-state";
import { Collection } from "./collection";

/** The people that a recognition service knows, and their faces. */
export function CollectionPage() {
  const t = useTranslate();
  const { service } = useService();
  if (service.type !== "RECOGNITION") return <EmptyState title={t("collection.none")} />;
  return <Collection key={service.id} serviceId={service.id} />;
}
