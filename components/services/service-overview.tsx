"use client";

import { lazy, Suspense } from "react";
import { KeyList } from "@/components/keys/key-list";
import { useTranslate } from "@/components/language/language-provider";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useService } from "./service-context";

// Below the keys, and large: it comes after what the page begins with.
const SnippetPanel = lazy(async () => ({ default: (await import("./snippet-panel")).SnippetPanel }));

/** The keys of a service, and how to call it with one. */
export function ServiceOverview() {
  const t = useTranslate();
  const { service, manages } = useService();
  return (
    <>
      <KeyList serviceId={service.id} serviceType={service.type} manages={manages} />
      <Suspense fallback={<SkeletonRows label={t("shared.loading")} />}>
        <SnippetPanel serviceType={service.type} />
      </Suspense>
    </>
  );
}
