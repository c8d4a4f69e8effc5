"use client";

import { useId } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { useBytesText } from "@/components/shared/use-bytes-text";
import { Button } from "@/components/ui/button";
import { cancelDownload, modelPackQueries, type Pack } from "@/lib/client/model-packs";
import { useChange } from "@/lib/client/use-change";

interface DownloadProgressProps {
  readonly pack: Pack;
  /** Of the file that is on its way; null before the first answer. */
  readonly progress: { readonly fileName: string; readonly bytes: number; readonly of: number } | null;
  readonly isCancellable: boolean;
}

/** How far the download of a pack's files is, and the way to end it. */
export function DownloadProgress({ pack: { id, title }, progress, isCancellable }: DownloadProgressProps) {
  const t = useTranslate();
  const bytesText = useBytesText();
  const textId = useId();
  const cancel = useChange(cancelDownload, { outdates: () => [modelPackQueries.all().queryKey] });
  const text =
    progress === null
      ? t("models.downloadBegins")
      : t("models.downloadOf", { done: bytesText(progress.bytes), total: bytesText(progress.of) });
  return (
    <div className="flex flex-col gap-2 text-sm">
      {progress === null ? null : (
        <p>
          <code className="break-all">{progress.fileName}</code>
        </p>
      )}
      <p id={textId} className="tabular-nums">
        {text}
      </p>
      <progress
        aria-label={t("models.downloadTo", { title })}
        aria-describedby={textId}
        {...(progress === null ? {} : { max: progress.of, value: progress.bytes, "aria-valuetext": text })}
        className="w-full accent-primary"
      />
      <p className="text-muted-foreground">{t("models.downloadGoesOn")}</p>
      {isCancellable ? (
        <div>
          <Button busy={cancel.isPending} onClick={() => cancel.mutate({ pack: id })}>
            {t("models.downloadCancel")}
          </Button>
        </div>
      ) : null}
      {cancel.error === null ? null : <ProblemAlert error={cancel.error} />}
    </div>
  );
}
