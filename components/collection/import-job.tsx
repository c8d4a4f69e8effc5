"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTexts, useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { RelativeTime } from "@/components/shared/relative-time";
import { Button } from "@/components/ui/button";
import { cancelJob, isUnderWay, type Job, jobQueries } from "@/lib/client/jobs";
import { useChange } from "@/lib/client/use-change";

interface ImportJobProps {
  readonly serviceId: string;
  readonly job: Job;
}

const stateNames = {
  WAITING: "collection.jobWaiting",
  RUNNING: "collection.jobRunning",
  DONE: "collection.jobDone",
  FAILED: "collection.jobFailed",
  CANCELLED: "collection.jobCancelled",
} as const;

/** Why something was not added, in the reader's language as far as it is known. */
function Reason({ text }: { readonly text: string }) {
  const { translateSaid } = useTexts();
  const known = translateSaid(text);
  return (
    <span lang={known === null ? "en" : undefined} className="text-destructive">
      {known ?? text}
    </span>
  );
}

function Failures({ serviceId, job }: ImportJobProps) {
  const t = useTranslate();
  const { data } = useQuery(jobQueries.failures(serviceId, job));
  return (
    <details className="text-sm">
      <summary className="min-h-10 cursor-pointer py-2">{t("collection.importRefused", { count: job.failed })}</summary>
      <ul className="flex max-h-72 flex-col gap-2 overflow-y-auto">
        {data?.items.map(({ position, fileName, problem }) => (
          <li key={position} className="break-words">
            <span className="font-medium">{fileName}</span> {problem === null ? null : <Reason text={problem} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How far an import is, or how it ended. */
export function ImportJob({ serviceId, job }: ImportJobProps) {
  const t = useTranslate();
  const id = useId();
  const cancel = useChange(cancelJob, { outdates: () => [jobQueries.all(serviceId)] });
  const { done, failed, total, state, problem } = job;
  return (
    <div className="flex flex-col gap-2">
      <p id={id} role="status" className="text-sm tabular-nums">
        <Message id="collection.importOf" values={{ when: <RelativeTime at={job.createdAt} /> }} />
        {` ${t(stateNames[state])} `}
        {t("collection.importProgress", { done: String(done), total: total === null ? "…" : String(total) })}
      </p>
      {isUnderWay(job) ? (
        <>
          <progress
            aria-labelledby={id}
            className="h-2 w-full accent-primary"
            {...(total === null ? {} : { max: Math.max(1, total), value: done + failed })}
          />
          <div>
            <Button busy={cancel.isPending} onClick={() => cancel.mutate({ serviceId, id: job.id })}>
              {t("collection.importCancel")}
            </Button>
          </div>
        </>
      ) : null}
      {cancel.error === null ? null : <ProblemAlert error={cancel.error} />}
      {problem === null ? null : (
        <p className="text-sm">
          <Reason text={problem} />
        </p>
      )}
      {failed > 0 ? <Failures serviceId={serviceId} job={job} /> : null}
    </div>
  );
}
