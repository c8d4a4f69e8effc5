"use client";

import { memo } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Panel } from "@/components/ui/panel";
import type { TrialAnswer } from "@/lib/client/trial";
import { facesOf, stagesOf } from "./answer";
import type { Shown } from "./use-trial";

interface TimesPanelProps {
  readonly shown: Shown;
  readonly answer: TrialAnswer;
}

/** How long each stage took, as bars on one scale. */
export const TimesPanel = memo(function ShownTimes({ shown: { operation, pictures }, answer }: TimesPanelProps) {
  const t = useTranslate();
  const stages = stagesOf(facesOf(answer.body, pictures));
  const rows = [[t("testPage.timesWhole"), Math.round(answer.ms)] as const, ...stages];
  const top = Math.max(1, ...rows.map(([, ms]) => ms));
  return (
    <Panel title={t("testPage.times")} purpose={t("testPage.timesPurpose")}>
      <ul aria-label={t("testPage.times")} className="flex flex-col gap-2 text-sm">
        {rows.map(([stage, ms]) => (
          <li key={stage} className="grid grid-cols-[8rem_minmax(0,1fr)_5rem] items-center gap-3">
            <span className="truncate">{stage}</span>
            <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className="h-2 w-full">
              <rect width={100} height={6} className="fill-muted" />
              <rect width={(ms / top) * 100} height={6} className="fill-primary" />
            </svg>
            <span className="text-end tabular-nums">{t("testPage.ms", { ms })}</span>
          </li>
        ))}
      </ul>
      {stages.length === 0 && answer.status < 400 && operation.parameters.includes("status") ? (
        <p className="text-muted-foreground text-sm">{t("testPage.timesNone")}</p>
      ) : null}
    </Panel>
  );
});
