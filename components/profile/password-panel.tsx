"use client";

import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { isTypedTwice, newPasswordFields, typedTwiceComplaint } from "@/components/accounts/account-schemas";
import { Form } from "@/components/shared/form";
import { QueryPanel } from "@/components/shared/query-panel";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { accountQueries } from "@/lib/client/accounts";
import { changePassword, meQueries } from "@/lib/client/me";
import { useChange } from "@/lib/client/use-change";

const empty = { oldPassword: "", password: "", repeated: "" };

function PasswordForm({ lengthMin }: { readonly lengthMin: number }) {
  const toast = useToast();
  const change = useChange(changePassword, { outdates: () => [meQueries.sessions().queryKey] });
  const form = useValidForm({
    schema: z
      .object({ oldPassword: z.string().min(1, "must not be empty"), ...newPasswordFields(lengthMin) })
      .refine(isTypedTwice, typedTwiceComplaint),
    values: empty,
    names: { newPassword: "password" },
    submit: async ({ oldPassword, password }, element) => {
      await change.mutateAsync({ oldPassword, newPassword: password });
      element.reset();
      toast("Your password is changed, and your other sessions have ended.");
    },
  });
  return (
    <Form label="Password" form={form} action="Change password">
      <TextField
        label="Current password"
        type="password"
        autoComplete="current-password"
        {...form.field("oldPassword")}
      />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${lengthMin} characters.`}
        {...form.field("password")}
      />
      <TextField label="Repeat new password" type="password" autoComplete="new-password" {...form.field("repeated")} />
    </Form>
  );
}

export function PasswordPanel() {
  const options = useQuery(accountQueries.options());
  return (
    <Panel title="Password" purpose="A new password ends your sessions on other devices.">
      <QueryPanel query={options}>
        {({ passwordLengthMin }) => <PasswordForm lengthMin={passwordLengthMin} />}
      </QueryPanel>
    </Panel>
  );
}
