"use client";

import { useId, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { useFocusHeir } from "@/components/shared/use-focus-heir";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { Upload } from "@/lib/client/upload-queue";
import { UploadObstacle } from "./upload-obstacle";
import { UploadRow } from "./upload-row";
import type { Uploads } from "./use-uploads";

const countOf = (all: readonly Upload[], ...states: Upload["state"][]) =>
  all.filter(({ state }) => states.includes(state)).length;

function Summary({ all }: { readonly all: readonly Upload[] }) {
  const t = useTranslate();
  const id = useId();
  const [done, failed, cancelled] = [countOf(all, "done"), countOf(all, "failed"), countOf(all, "cancelled")];
  const said = [
    t("collection.uploadProgress", { done: String(done), total: String(all.length) }),
    ...(failed > 0 ? [t("collection.uploadFailed", { count: failed })] : []),
    ...(cancelled > 0 ? [t("collection.uploadCancelled", { count: cancelled })] : []),
  ];
  const shares = all.reduce(
    (sum, { state, share }) => sum + (state === "waiting" || state === "sending" ? share : 1),
    0,
  );
  return (
    <>
      <p id={id} className="text-sm tabular-nums">
        {said.join(" · ")}
      </p>
      <progress aria-labelledby={id} max={all.length} value={shares} className="h-2 w-full accent-primary" />
    </>
  );
}

/** Each file, once the reader asks: a thousand rows that nobody sees would be compared at each step of each file. */
function AllFiles({ all, queue }: Pick<Uploads, "all" | "queue">) {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="min-h-10 cursor-pointer py-2 text-sm">{t("collection.uploadDetails")}</summary>
      {isOpen ? (
        <ul
          aria-label={t("collection.uploadDetails")}
          className="flex max-h-72 flex-col divide-y divide-border overflow-y-auto"
        >
          {all.map((upload) => (
            <UploadRow key={upload.id} upload={upload} queue={queue} />
          ))}
        </ul>
      ) : null}
    </details>
  );
}

function HideButton({ queue }: Pick<Uploads, "queue">) {
  const t = useTranslate();
  const root = useFocusHeir();
  return (
    <div ref={root}>
      <Button onClick={() => queue.clear()}>{t("collection.hideUploads")}</Button>
    </div>
  );
}

/** What is being sent: all of it in one bar, each file in a row, and why some were refused. */
export function UploadPanel({ uploads: { queue, all, isRunning, obstacle } }: { readonly uploads: Uploads }) {
  const t = useTranslate();
  if (all.length === 0) return null;
  const failed = all.filter(({ state }) => state === "failed");
  return (
    <Panel
      title={t("collection.uploads")}
      action={
        <div className="flex flex-wrap gap-3">
          {isRunning ? <Button onClick={() => queue.cancel()}>{t("collection.cancelAll")}</Button> : null}
          {failed.length > 0 ? <Button onClick={() => queue.retry()}>{t("collection.retryAll")}</Button> : null}
          {isRunning ? null : <HideButton queue={queue} />}
        </div>
      }
    >
      {isRunning && obstacle !== null ? <UploadObstacle obstacle={obstacle} onGoOn={() => queue.resume()} /> : null}
      <Summary all={all} />
      {failed.length > 0 ? (
        <ul
          aria-label={t("collection.stateFailed")}
          className="flex max-h-72 flex-col divide-y divide-border overflow-y-auto"
        >
          {failed.map((upload) => (
            <UploadRow key={upload.id} upload={upload} queue={queue} />
          ))}
        </ul>
      ) : null}
      <AllFiles all={all} queue={queue} />
    </Panel>
  );
}
