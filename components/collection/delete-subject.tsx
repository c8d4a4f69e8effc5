"use client";

import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { useToast } from "@/components/shared/toasts";
import { TypedConfirmation } from "@/components/shared/typed-confirmation";
import { collectionQueries, deleteSubject, type SubjectItem } from "@/lib/client/collection";
import { useChange } from "@/lib/client/use-change";

interface DeleteSubjectProps {
  readonly serviceId: string;
  readonly subject: SubjectItem;
  readonly onDeleted: () => void;
}

export function DeleteSubject({ serviceId, subject, onDeleted }: DeleteSubjectProps) {
  const t = useTranslate();
  const toast = useToast();
  const remove = useChange(deleteSubject, { outdates: () => [[...collectionQueries.all(serviceId), "subjects"]] });
  const run = async () => {
    await remove.mutateAsync({ serviceId, subjectId: subject.id });
    toast(t("collection.deleted", { name: subject.name }));
    onDeleted();
  };
  return (
    <DialogButton look="destructive" label={t("collection.delete")} title={t("collection.delete")}>
      {(close) => (
        <TypedConfirmation
          name={subject.name}
          consequence={t("collection.deleteConsequence")}
          action={t("collection.delete")}
          run={run}
          onCancel={close}
        />
      )}
    </DialogButton>
  );
}
