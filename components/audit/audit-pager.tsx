"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Pager } from "@/components/shared/list-controls";
import { Button } from "@/components/ui/button";
import { countedMax } from "@/lib/domain/audit-log/types";

interface AuditPagerProps {
  readonly page: number;
  readonly size: number;
  /** How many events are on this page. */
  readonly shown: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}

/** The way through the log. Of a long one nobody knows the end: the server stops counting, not showing. */
export function AuditPager({ page, size, shown, total, onPage }: AuditPagerProps) {
  const t = useTranslate();
  if (total < countedMax) {
    return <Pager state={{ search: "", page }} onChange={(next) => onPage(next.page)} total={total} size={size} />;
  }
  return (
    <div className="flex flex-wrap items-center gap-3 text-muted-foreground text-sm">
      <p role="status">{t("audit.many", { count: total, page: page + 1 })}</p>
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t("shared.previous")}
      </Button>
      <Button disabled={shown < size} onClick={() => onPage(page + 1)}>
        {t("shared.next")}
      </Button>
    </div>
  );
}
