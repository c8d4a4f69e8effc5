"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import { Figures } from "@/components/statistics/figures";
import { Panel } from "@/components/ui/panel";
import type { Server } from "@/lib/client/server";

/** What the server has to do, and how it gets on with it. */
export function WorkPanel({ workers, imagesPerSecond }: Pick<Server, "workers" | "imagesPerSecond">) {
  const t = useTranslate();
  const language = useLanguage();
  const numbers = new Intl.NumberFormat(language);
  const rates = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <Panel title={t("server.work")}>
      {workers === null ? (
        <p className="text-sm">{t("server.noWorkers")}</p>
      ) : (
        <Figures
          figures={[
            [t("server.queued"), numbers.format(workers.queued)],
            [t("server.busy"), t("server.busyOf", { busy: workers.busy, total: workers.total })],
            [t("server.imagesPerSecond"), rates.format(imagesPerSecond)],
            [t("server.restarts"), numbers.format(workers.restarts)],
          ]}
        />
      )}
    </Panel>
  );
}
