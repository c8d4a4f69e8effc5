"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { useService } from "@/components/services/service-context";
import { EmptyState } from "@/components/shared/empty-state";
import { QueryPanel } from "@/components/shared/query-panel";
import { Panel } from "@/components/ui/panel";
import { collectionQueries, type SubjectItem } from "@/lib/client/collection";
import { ProblemError } from "@/lib/client/problem";
import type { UploadQueue } from "@/lib/client/upload-queue";
import { DeleteSubject } from "./delete-subject";
import { Faces } from "./faces";
import { RenameSubject } from "./rename-subject";
import { UploadZone } from "./upload-zone";

interface SubjectFacesProps {
  readonly serviceId: string;
  readonly subjectId: string;
  readonly queue: UploadQueue;
  /** Shows another subject, or none. */
  readonly onChoose: (subjectId: string) => void;
}

function SubjectPage({ serviceId, queue, subject, onChoose }: SubjectFacesProps & { readonly subject: SubjectItem }) {
  const t = useTranslate();
  const { manages } = useService();
  const actions = (
    <div className="flex flex-wrap gap-3">
      <RenameSubject serviceId={serviceId} subject={subject} onRenamed={onChoose} />
      <DeleteSubject serviceId={serviceId} subject={subject} onDeleted={() => onChoose("")} />
    </div>
  );
  return (
    <Panel
      title={subject.name}
      purpose={t("collection.faces", { count: subject.faceCount })}
      action={manages ? actions : null}
    >
      {manages ? <UploadZone onFiles={(files) => queue.add(files, subject)} /> : null}
      <Faces serviceId={serviceId} subject={subject} onChoose={onChoose} />
    </Panel>
  );
}

/** One subject with everything that can be done with it. */
export function SubjectFaces(props: SubjectFacesProps) {
  const t = useTranslate();
  const query = useQuery(collectionQueries.subject(props.serviceId, props.subjectId));
  const isGone = query.error instanceof ProblemError && query.error.problem.code === "not_found";
  if (isGone) return <EmptyState title={t("collection.gone")} />;
  return <QueryPanel query={query}>{(subject) => <SubjectPage {...props} subject={subject} />}</QueryPanel>;
}
