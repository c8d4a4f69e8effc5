"use client";

import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { collectionQueries, createSubject } from "@/lib/client/collection";
import { useChange } from "@/lib/client/use-change";
import { addSubjectInput } from "@/lib/domain/subjects/schema";

interface AddSubjectProps {
  readonly serviceId: string;
  readonly onAdded: (subjectId: string) => void;
}

function AddForm({ serviceId, onAdded, close }: AddSubjectProps & { readonly close: () => void }) {
  const t = useTranslate();
  const toast = useToast();
  const add = useChange(createSubject, { outdates: () => [collectionQueries.all(serviceId)] });
  const form = useValidForm({
    schema: addSubjectInput,
    values: { name: "" },
    submit: async ({ name }) => {
      const { id } = await add.mutateAsync({ serviceId, name });
      close();
      toast(t("collection.added", { name }));
      onAdded(id);
    },
  });
  return (
    <Form label={t("collection.add")} form={form} action={t("shared.create")} onCancel={close}>
      <TextField label={t("collection.name")} autoComplete="off" {...form.field("name")} />
    </Form>
  );
}

export function AddSubject(props: AddSubjectProps) {
  const t = useTranslate();
  return (
    <DialogButton look="primary" label={t("collection.add")} title={t("collection.add")}>
      {(close) => <AddForm {...props} close={close} />}
    </DialogButton>
  );
}
