"use client";

import { nameInput } from "@/components/accounts/account-schemas";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { useMe } from "@/components/shell/me-context";
import { TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { meQueries, renameMe } from "@/lib/client/me";
import { useChange } from "@/lib/client/use-change";

export function NamePanel() {
  const t = useTranslate();
  const { email, firstName, lastName } = useMe();
  const toast = useToast();
  const rename = useChange(renameMe, { outdates: () => [meQueries.me().queryKey] });
  const form = useValidForm({
    schema: nameInput,
    values: { firstName, lastName },
    submit: async (input) => {
      await rename.mutateAsync(input);
      toast(t("profile.renamed"));
    },
  });
  return (
    <Panel title={t("profile.name")} purpose={t("profile.address", { email })}>
      <Form label={t("profile.name")} form={form} action={t("shared.save")}>
        <TextField label={t("accounts.firstName")} autoComplete="given-name" {...form.field("firstName")} />
        <TextField label={t("accounts.lastName")} autoComplete="family-name" {...form.field("lastName")} />
      </Form>
    </Panel>
  );
}
