"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Panel } from "@/components/ui/panel";
import type { PackChoice } from "@/lib/client/model-packs";

const states = {
  settled: "models.settled",
  preparing: "models.preparing",
  moving: "models.moving",
} as const satisfies Record<PackChoice["state"], string>;

/** How far the change to the wanted pack is, and how many faces the one that answers cannot compare. */
export function ChangePanel({ state, progress, running, wantedPackId, items }: PackChoice) {
  const t = useTranslate();
  const titleOf = (id: string | undefined) => items.find((pack) => pack.id === id)?.title ?? t("models.nothing");
  return (
    <Panel title={t("models.state")}>
      <p role="status">{t(states[state], { running: titleOf(running?.packId), wanted: titleOf(wantedPackId) })}</p>
      {running === null ? null : (
        <p className="break-words text-muted-foreground text-sm">{t("models.tag", { tag: running.modelTag })}</p>
      )}
      {state === "moving" && progress !== null ? <Progress {...progress} /> : null}
      {state === "settled" && progress !== null && progress.total > 0 ? (
        <p className="text-sm">{t("models.left", { number: progress.total })}</p>
      ) : null}
    </Panel>
  );
}

function Progress({ total, done, kept }: NonNullable<PackChoice["progress"]>) {
  const t = useTranslate();
  const text = t("models.doneOf", { done, total });
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="tabular-nums">{text}</p>
      <progress
        aria-label={t("models.progress")}
        aria-valuetext={text}
        max={Math.max(1, total)}
        value={done + kept}
        className="w-full accent-primary"
      />
      <p className="text-muted-foreground">{t("models.kept", { number: kept })}</p>
    </div>
  );
}
