"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Form } from "@/components/shared/form";
import { QueryPanel } from "@/components/shared/query-panel";
import { useValidForm } from "@/components/shared/use-valid-form";
import { Alert } from "@/components/ui/alert";
import { TextField } from "@/components/ui/field";
import { accountQueries, forgetPassword } from "@/lib/client/accounts";
import { emailInput } from "./account-schemas";

function AskForLink() {
  const ask = useMutation({ mutationFn: forgetPassword });
  const form = useValidForm({
    schema: emailInput,
    values: { email: "" },
    submit: ({ email }) => ask.mutateAsync(email),
  });
  if (ask.isSuccess) {
    return (
      <Alert kind="note" title="Check your mail">
        <p>If the address has an account here, a message with a link is on its way.</p>
      </Alert>
    );
  }
  return (
    <Form label="Forgot password" form={form} action="Send link">
      <p>A link to set a new password goes to the address of your account.</p>
      <TextField label="E-mail" type="email" autoComplete="username" {...form.field("email")} />
    </Form>
  );
}

export function ForgotPasswordForm() {
  const options = useQuery(accountQueries.options());
  return (
    <QueryPanel query={options}>
      {({ mailEnabled }) =>
        mailEnabled ? (
          <AskForLink />
        ) : (
          <Alert kind="note" title="This server sends no mail">
            <p>Ask whoever runs it to set a new password for you.</p>
          </Alert>
        )
      }
    </QueryPanel>
  );
}
