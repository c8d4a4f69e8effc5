"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { collectionQueries, renameSubject, type SubjectItem } from "@/lib/client/collection";
import { ProblemError } from "@/lib/client/problem";
import { useChange } from "@/lib/client/use-change";
import { addSubjectInput } from "@/lib/domain/subjects/schema";

interface RenameSubjectProps {
  readonly serviceId: string;
  readonly subject: SubjectItem;
  /** Called with the subject that has the faces now. */
  readonly onRenamed: (subjectId: string) => void;
}

const isTaken = (error: unknown) => error instanceof ProblemError && error.problem.code === "conflict";

function Steps({ serviceId, subject, onRenamed, close }: RenameSubjectProps & { readonly close: () => void }) {
  const t = useTranslate();
  const toast = useToast();
  const [taken, setTaken] = useState<string | null>(null);
  const rename = useChange(renameSubject, { outdates: () => [collectionQueries.all(serviceId)] });
  const send = async (name: string, merge: boolean) => {
    const named = await rename.mutateAsync({ serviceId, subjectId: subject.id, name, merge });
    close();
    if (merge) toast(t("collection.merged", { name: subject.name, other: named.name }));
    else toast(t("collection.renamed", { name: named.name }));
    onRenamed(named.id);
  };
  const form = useValidForm({
    schema: addSubjectInput,
    values: { name: subject.name },
    submit: async ({ name }) => {
      try {
        await send(name, false);
      } catch (error) {
        if (!isTaken(error)) throw error;
        setTaken(name);
      }
    },
  });
  if (taken !== null) {
    return (
      <Confirmation
        consequence={t("collection.mergeConsequence", { name: subject.name, other: taken })}
        action={t("collection.merge")}
        run={() => send(taken, true)}
        onCancel={() => setTaken(null)}
      />
    );
  }
  return (
    <Form label={t("collection.rename")} form={form} action={t("collection.rename")} onCancel={close}>
      <TextField label={t("collection.name")} autoComplete="off" {...form.field("name")} />
    </Form>
  );
}

/** Gives a subject another name, or its faces to the subject that has the name already. */
export function RenameSubject(props: RenameSubjectProps) {
  const t = useTranslate();
  const title = t("collection.renameTitle", { name: props.subject.name });
  return (
    <DialogButton label={t("collection.rename")} title={title}>
      {(close) => <Steps {...props} close={close} />}
    </DialogButton>
  );
}
