"use client";

import { useRouter } from "next/navigation";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { applicationQueries, createApplication } from "@/lib/client/applications";
import { leaveGate } from "@/lib/client/leave-gate";
import { useChange } from "@/lib/client/use-change";
import { nameSchema } from "@/lib/domain/applications/schema";

const schema = z.object({ name: nameSchema });

/** Leads to the new application when it is made. */
export function CreateApplicationForm({ close }: { readonly close: () => void }) {
  const t = useTranslate();
  const router = useRouter();
  const create = useChange(createApplication, { outdates: () => [applicationQueries.all] });
  const form = useValidForm({
    schema,
    values: { name: "" },
    submit: async (input) => {
      const { id } = await create.mutateAsync(input);
      close();
      leaveGate.pass(() => router.push(`/applications/${id}`));
    },
  });
  return (
    <Form label={t("applications.create")} form={form} action={t("shared.create")} onCancel={close}>
      <TextField
        label={t("shared.name")}
        hint={t("applications.nameHint")}
        autoComplete="off"
        {...form.field("name")}
      />
    </Form>
  );
}
