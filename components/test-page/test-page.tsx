"use client";

import { lazy, Suspense } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { useService } from "@/components/services/service-context";
import { SkeletonRows } from "@/components/ui/skeleton";
import { operationsOf } from "./operations";

// Large, and of no use before the service is known: it comes after what the page begins with.
const Tester = lazy(async () => ({ default: (await import("./tester")).Tester }));

/** Tries a service with pictures of the reader's own. */
export function TestPage() {
  const t = useTranslate();
  const { service } = useService();
  return (
    <Suspense fallback={<SkeletonRows label={t("shared.loading")} />}>
      <Tester serviceId={service.id} operations={operationsOf(service.type)} />
    </Suspense>
  );
}
