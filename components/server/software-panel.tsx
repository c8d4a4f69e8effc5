"use client";

import { useTranslate } from "@/components/language/language-provider";
import { RelativeTime } from "@/components/shared/relative-time";
import { Panel } from "@/components/ui/panel";
import type { Server } from "@/lib/client/server";
import { Facts } from "./facts";

/** What runs, and since when. */
export function SoftwarePanel({ version, startedAt, modelPack }: Pick<Server, "version" | "startedAt" | "modelPack">) {
  const t = useTranslate();
  return (
    <Panel title={t("server.software")}>
      <Facts
        facts={[
          [t("server.version"), version],
          [t("server.running"), <RelativeTime key="started" at={startedAt} />],
          [t("server.modelPack"), modelPack.id ?? t("server.unknown")],
          [t("server.modelTag"), modelPack.modelTag],
        ]}
      />
      {modelPack.isMoving ? <p className="text-sm">{t("server.moving")}</p> : null}
    </Panel>
  );
}
