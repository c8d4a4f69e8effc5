"use client";

import { useLanguage, useTranslate } from "@/components/language/language-provider";
import { useBytesText } from "@/components/shared/use-bytes-text";
import { Panel } from "@/components/ui/panel";
import type { Server } from "@/lib/client/server";
import { Facts } from "./facts";

/** What the search holds in memory. */
export function IndexPanel({ index }: Pick<Server, "index">) {
  const t = useTranslate();
  const bytes = useBytesText();
  const numbers = new Intl.NumberFormat(useLanguage());
  return (
    <Panel title={t("server.index")}>
      {index === null ? (
        <p className="text-sm">{t("server.noIndex")}</p>
      ) : (
        <Facts
          facts={[
            [t("server.indexedFaces"), numbers.format(index.faces)],
            [t("server.collections"), numbers.format(index.collections)],
            [t("server.indexBytes"), bytes(index.bytes)],
            [t("server.unreadable"), numbers.format(index.unreadable)],
          ]}
        />
      )}
    </Panel>
  );
}
