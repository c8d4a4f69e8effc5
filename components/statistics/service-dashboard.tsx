"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { useService } from "@/components/services/service-context";
import { EmptyState } from "@/components/shared/empty-state";
import { QueryPanel } from "@/components/shared/query-panel";
import { SelectField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { type Period, type StatisticsRange, statisticsQueries, statisticsRanges } from "@/lib/client/statistics";
import { CountChart } from "./count-chart";
import { HoldingsPanel } from "./holdings-panel";
import { KeyFigures } from "./key-figures";
import { LatencyChart } from "./latency-chart";
import { PeriodTable } from "./period-table";
import { usePeriodText } from "./use-period-text";

const rangeTexts = {
  day: "statistics.lastDay",
  week: "statistics.lastWeek",
  month: "statistics.lastMonth",
  quarter: "statistics.lastQuarter",
  year: "statistics.lastYear",
} as const satisfies Record<StatisticsRange, PlainMessageKey>;

const ranges = Object.keys(rangeTexts) as readonly StatisticsRange[];

function Charts({ periods, range }: { readonly periods: readonly Period[]; readonly range: StatisticsRange }) {
  const timeOf = usePeriodText(range);
  return (
    <>
      <KeyFigures periods={periods} />
      <CountChart periods={periods} of="requests" timeOf={timeOf} />
      <CountChart periods={periods} of="errors" timeOf={timeOf} />
      <LatencyChart periods={periods} timeOf={timeOf} />
      <PeriodTable periods={periods} timeOf={timeOf} />
    </>
  );
}

/** How much a service is used, how often in vain, and how fast it answers. */
export function ServiceDashboard() {
  const t = useTranslate();
  const { service } = useService();
  const [range, setRange] = useState<StatisticsRange>("day");
  const query = useQuery(statisticsQueries.of(service.id, range));
  return (
    <>
      <Panel title={t("statistics.title")} purpose={t("statistics.purpose")}>
        <div className="max-w-60">
          <SelectField
            label={t("statistics.range")}
            value={range}
            choices={ranges.map((name) => [name, t(rangeTexts[name])] as const)}
            onChange={({ target }) => setRange(ranges.find((name) => name === target.value) ?? "day")}
          />
        </div>
        <QueryPanel query={query}>
          {({ items }) =>
            items.every(({ requests }) => requests === 0) ? (
              <EmptyState title={t("statistics.none")}>
                <p>{t("statistics.noneHelp")}</p>
              </EmptyState>
            ) : (
              <Charts periods={items} range={range} />
            )
          }
        </QueryPanel>
      </Panel>
      <HoldingsPanel days={statisticsRanges[range].days} />
    </>
  );
}
