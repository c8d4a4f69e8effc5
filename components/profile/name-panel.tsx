"use client";

import { nameInput } from "@/components/accounts/account-schemas";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { useMe } from "@/components/shell/me-context";
import { TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { meQueries, renameMe } from "@/lib/client/me";
import { useChange } from "@/lib/client/use-change";

export function NamePanel() {
  const { email, firstName, lastName } = useMe();
  const toast = useToast();
  const rename = useChange(renameMe, { outdates: () => [meQueries.me().queryKey] });
  const form = useValidForm({
    schema: nameInput,
    values: { firstName, lastName },
    submit: async (input) => {
      await rename.mutateAsync(input);
      toast("Your name is changed.");
    },
  });
  return (
    <Panel title="Name" purpose={`Your address is ${email}.`}>
      <Form label="Name" form={form} action="Save">
        <TextField label="First name" autoComplete="given-name" {...form.field("firstName")} />
        <TextField label="Last name" autoComplete="family-name" {...form.field("lastName")} />
      </Form>
    </Panel>
  );
}
