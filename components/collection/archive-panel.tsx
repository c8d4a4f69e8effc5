"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { Button, buttonClass } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { collectionQueries } from "@/lib/client/collection";
import { exportUrl, isUnderWay, type Job, jobQueries } from "@/lib/client/jobs";
import { ImportJob } from "./import-job";
import type { Archive } from "./use-archive";

interface ArchivePanelProps {
  readonly serviceId: string;
  readonly archive: Archive;
}

function Sending({ archive: { share, stop } }: { readonly archive: Archive }) {
  const t = useTranslate();
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      <p id={id} role="status" className="text-sm">
        {t("collection.archiveSending")}
      </p>
      <progress aria-labelledby={id} max={1} value={share ?? 0} className="h-2 w-full accent-primary" />
      <div>
        <Button onClick={stop}>{t("shared.cancel")}</Button>
      </div>
    </div>
  );
}

function ChooseArchive({ onFile }: { readonly onFile: (file: File) => void }) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t("collection.import")}</Button>
      <input
        ref={input}
        type="file"
        accept=".zip,application/zip"
        aria-label={t("collection.importFile")}
        className="hidden"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          currentTarget.value = "";
        }}
      />
    </>
  );
}

/** The latest import; while it is under way, what it adds is shown as it comes. */
function useLatestImport(serviceId: string): Job | undefined {
  const queryClient = useQueryClient();
  const { data } = useQuery(jobQueries.latest(serviceId));
  const job = data?.items.find(({ kind }) => kind === "IMPORT");
  const added = job?.done ?? 0;
  const seen = useRef(added);
  useEffect(() => {
    if (seen.current === added) return;
    seen.current = added;
    void queryClient.invalidateQueries({ queryKey: collectionQueries.all(serviceId) });
  }, [queryClient, serviceId, added]);
  return job;
}

/** The whole collection in one file, out and in. */
export function ArchivePanel({ serviceId, archive }: ArchivePanelProps) {
  const t = useTranslate();
  const job = useLatestImport(serviceId);
  const isFree = archive.share === null && (job === undefined || !isUnderWay(job));
  return (
    <Panel title={t("collection.archive")} purpose={t("collection.archivePurpose")}>
      <div className="flex flex-wrap gap-3">
        {isFree ? <ChooseArchive onFile={archive.send} /> : null}
        <a className={buttonClass("secondary")} href={exportUrl(serviceId, true)} download="collection.zip">
          {t("collection.export")}
        </a>
        <a className={buttonClass("secondary")} href={exportUrl(serviceId, false)} download="collection.zip">
          {t("collection.exportPlain")}
        </a>
      </div>
      {archive.error === null ? null : <ProblemAlert error={archive.error} title={t("collection.importFailed")} />}
      {archive.share === null ? null : <Sending archive={archive} />}
      {archive.share === null && job !== undefined ? <ImportJob serviceId={serviceId} job={job} /> : null}
    </Panel>
  );
}
