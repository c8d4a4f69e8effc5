"use client";

import { type ComponentType, lazy, Suspense } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { SkeletonRows } from "@/components/ui/skeleton";

/**
 * A component whose scripts come when it is first shown. For what a page does not begin with: forms that share their
 * rules with the server (`zod` alone is 35 kB) and what stands in dialogs.
 */
export function loadLater<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function Later(props: Props) {
    const t = useTranslate();
    return (
      <Suspense fallback={<SkeletonRows label={t("shared.loading")} />}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}
