"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { QueryPanel } from "@/components/shared/query-panel";
import { useValidForm } from "@/components/shared/use-valid-form";
import { Alert } from "@/components/ui/alert";
import { TextField } from "@/components/ui/field";
import { accountQueries, forgetPassword } from "@/lib/client/accounts";
import { emailInput } from "./account-schemas";

function AskForLink() {
  const t = useTranslate();
  const ask = useMutation({ mutationFn: forgetPassword });
  const form = useValidForm({
    schema: emailInput,
    values: { email: "" },
    submit: ({ email }) => ask.mutateAsync(email),
  });
  if (ask.isSuccess) {
    return (
      <Alert kind="note" title={t("accounts.checkMail")}>
        <p>{t("accounts.resetMailed")}</p>
      </Alert>
    );
  }
  return (
    <Form label={t("accounts.forgotTitle")} form={form} action={t("accounts.sendLink")}>
      <p>{t("accounts.forgotHelp")}</p>
      <TextField label={t("accounts.email")} type="email" autoComplete="username" {...form.field("email")} />
    </Form>
  );
}

export function ForgotPasswordForm() {
  const t = useTranslate();
  const options = useQuery(accountQueries.options());
  return (
    <QueryPanel query={options}>
      {({ mailEnabled }) =>
        mailEnabled ? (
          <AskForLink />
        ) : (
          <Alert kind="note" title={t("accounts.noMail")}>
            <p>{t("accounts.noMailHelp")}</p>
          </Alert>
        )
      }
    </QueryPanel>
  );
}
