"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { memo } from "react";
import { type useTexts as Texts, useTexts } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { ProblemError } from "@/lib/client/problem";
import type { Upload, UploadQueue } from "@/lib/client/upload-queue";

const stateNames = {
  waiting: "collection.stateWaiting",
  sending: "collection.stateSending",
  done: "collection.stateDone",
  failed: "collection.stateFailed",
  cancelled: "collection.stateCancelled",
} as const;

/** Why the server refused a picture, in the reader's language as far as it is known. */
function reasonOf(error: Error, { messages, translate: t, translateSaid }: ReturnType<typeof Texts>): string {
  if (error instanceof TypeError) return t("shared.unreachable");
  const code = error instanceof ProblemError ? error.problem.code : "";
  const known: Readonly<Record<string, string>> = messages.problems;
  return translateSaid(error.message) ?? known[code] ?? error.message;
}

interface UploadRowProps {
  readonly upload: Upload;
  readonly queue: UploadQueue;
}

function UploadAction({ upload: { id, fileName: file, state }, queue }: UploadRowProps) {
  const { translate: t } = useTexts();
  if (state === "waiting" || state === "sending") {
    return (
      <Button look="quiet" aria-label={t("collection.cancelUpload", { file })} onClick={() => queue.cancel(id)}>
        {t("shared.cancel")}
      </Button>
    );
  }
  if (state !== "failed") return null;
  return (
    <Button look="quiet" aria-label={t("collection.retryUpload", { file })} onClick={() => queue.retry(id)}>
      {t("shared.tryAgain")}
    </Button>
  );
}

function Row({ upload, queue }: UploadRowProps) {
  const texts = useTexts();
  const { translate: t } = texts;
  const { fileName: file, subject, state, share, error } = upload;
  return (
    <li className="flex min-h-12 items-center gap-3 py-1 text-sm [contain-intrinsic-size:auto_3rem] [content-visibility:auto]">
      {state === "done" ? <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-match" /> : null}
      {state === "failed" ? <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-destructive" /> : null}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{t("collection.fileFor", { file, subject })}</span>
        <span className={`block ${error === null ? "text-muted-foreground" : "text-destructive"}`}>
          {error === null ? t(stateNames[state]) : reasonOf(error, texts)}
        </span>
      </span>
      {state === "sending" ? (
        <progress aria-label={file} max={1} value={share} className="h-2 w-24 accent-primary" />
      ) : null}
      <UploadAction upload={upload} queue={queue} />
    </li>
  );
}

/** One file on its way. Drawn again only when it changed: there may be a thousand of them. */
export const UploadRow = memo(Row);
