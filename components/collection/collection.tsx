"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { useService } from "@/components/services/service-context";
import { EmptyState } from "@/components/shared/empty-state";
import { Alert } from "@/components/ui/alert";
import { collectionQueries } from "@/lib/client/collection";
import { ArchivePanel } from "./archive-panel";
import { LeaveGuard } from "./leave-guard";
import { SubjectFaces } from "./subject-faces";
import { SubjectPanel } from "./subject-panel";
import { UploadPanel } from "./upload-panel";
import { useArchive } from "./use-archive";
import { useCollectionState } from "./use-collection-state";
import { useUploads } from "./use-uploads";

const isNarrow = () => window.matchMedia("(width < 64rem)").matches;

function Notes({ serviceId }: { readonly serviceId: string }) {
  const t = useTranslate();
  const { manages } = useService();
  const { data } = useQuery(collectionQueries.subjects(serviceId, { search: "", sort: "name" }, 0));
  return (
    <>
      {manages ? null : <p className="text-muted-foreground text-sm">{t("collection.forOthers")}</p>}
      {data?.keepsPictures === false ? (
        <Alert kind="note" title={t("collection.notKept")}>
          <p>{t("collection.notKeptHelp")}</p>
        </Alert>
      ) : null}
    </>
  );
}

/** Subjects on one side, the faces of the chosen one on the other, and what is being sent above both. */
export function Collection({ serviceId }: { readonly serviceId: string }) {
  const t = useTranslate();
  const [state, change] = useCollectionState();
  const { manages } = useService();
  const uploads = useUploads(serviceId);
  const archive = useArchive(serviceId);
  const faces = useRef<HTMLDivElement>(null);
  const choose = (subject: string) => {
    change({ subject });
    // There the faces stand below the list, out of sight.
    if (isNarrow()) faces.current?.scrollIntoView({ block: "start" });
  };
  const stopSending = () => {
    uploads.queue.cancel();
    archive.stop();
  };
  return (
    <div className="flex flex-col gap-6">
      <Notes serviceId={serviceId} />
      <UploadPanel uploads={uploads} />
      <LeaveGuard active={uploads.isRunning || archive.share !== null} onLeave={stopSending} />
      <div className="grid items-start gap-6 lg:grid-rows-[auto_1fr] lg:grid-cols-[22rem_minmax(0,1fr)]">
        <SubjectPanel serviceId={serviceId} state={state} onChange={change} onChoose={choose} />
        <div ref={faces} className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {state.subject === "" ? (
            <EmptyState title={t("collection.choose")} />
          ) : (
            <SubjectFaces
              key={state.subject}
              serviceId={serviceId}
              subjectId={state.subject}
              queue={uploads.queue}
              onChoose={choose}
            />
          )}
        </div>
        {manages ? <ArchivePanel serviceId={serviceId} archive={archive} /> : null}
      </div>
    </div>
  );
}
