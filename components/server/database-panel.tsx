"use client";

import { useTranslate } from "@/components/language/language-provider";
import { useBytesText } from "@/components/shared/use-bytes-text";
import { Panel } from "@/components/ui/panel";
import type { Server } from "@/lib/client/server";
import { Facts } from "./facts";

export function DatabasePanel({ database }: Pick<Server, "database">) {
  const t = useTranslate();
  const bytes = useBytesText();
  const { isEmbedded, version, answerMs } = database;
  return (
    <Panel title={t("server.database")}>
      <Facts
        facts={[
          [t("server.databaseKind"), t(isEmbedded ? "server.embedded" : "server.external", { version })],
          [t("server.size"), bytes(database.bytes)],
          [t("server.answer"), t("server.ms", { ms: Math.round(answerMs * 10) / 10 })],
        ]}
      />
    </Panel>
  );
}
