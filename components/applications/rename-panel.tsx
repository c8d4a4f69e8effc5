"use client";

import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { applicationQueries, renameApplication } from "@/lib/client/applications";
import { useChange } from "@/lib/client/use-change";
import { nameSchema } from "@/lib/domain/applications/schema";
import { useApplication } from "./application-context";

const schema = z.object({ name: nameSchema });
const outdates = () => [applicationQueries.all];

export function RenamePanel() {
  const t = useTranslate();
  const { id, name } = useApplication();
  const toast = useToast();
  const rename = useChange(renameApplication, { outdates });
  const form = useValidForm({
    schema,
    values: { name },
    submit: async (input) => {
      await rename.mutateAsync({ id, ...input });
      toast(t("applications.renamed"));
    },
  });
  return (
    <Panel title={t("shared.name")}>
      <Form label={t("applications.renameForm")} form={form} action={t("applications.rename")}>
        <TextField label={t("shared.name")} autoComplete="off" {...form.field("name")} />
      </Form>
    </Panel>
  );
}
