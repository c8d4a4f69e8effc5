"use client";

import { useTranslate } from "@/components/language/language-provider";
import { useBytesText } from "@/components/shared/use-bytes-text";
import { Panel } from "@/components/ui/panel";
import type { Server } from "@/lib/client/server";
import { ShareMeter } from "./share-meter";

/** Memory and disk. */
export function MachinePanel({ memory, disk }: Pick<Server, "memory" | "disk">) {
  const t = useTranslate();
  const bytes = useBytesText();
  return (
    <Panel title={t("server.machine")}>
      <ShareMeter
        label={t("server.memory")}
        text={t("server.memoryUse", { used: bytes(memory.usedBytes), total: bytes(memory.totalBytes) })}
        used={memory.usedBytes}
        total={memory.totalBytes}
      />
      <ShareMeter
        label={t("server.disk")}
        text={t("server.diskUse", { free: bytes(disk.freeBytes), total: bytes(disk.totalBytes) })}
        used={disk.totalBytes - disk.freeBytes}
        total={disk.totalBytes}
      />
    </Panel>
  );
}
