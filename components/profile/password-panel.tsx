"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { isTypedTwice, newPasswordFields, typedTwiceComplaint } from "@/components/accounts/account-schemas";
import { NewPasswordInputs } from "@/components/accounts/new-password-inputs";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { QueryPanel } from "@/components/shared/query-panel";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { useMe } from "@/components/shell/me-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { type AccountOptions, accountQueries, forgetPassword } from "@/lib/client/accounts";
import { changePassword, meQueries } from "@/lib/client/me";
import { useChange } from "@/lib/client/use-change";

const empty = { oldPassword: "", password: "", repeated: "" };

function PasswordForm({ lengthMin }: { readonly lengthMin: number }) {
  const t = useTranslate();
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
      toast(t("profile.passwordChanged"));
    },
  });
  return (
    <Form label={t("profile.password")} form={form} action={t("profile.changePassword")}>
      <TextField
        label={t("profile.currentPassword")}
        type="password"
        autoComplete="current-password"
        {...form.field("oldPassword")}
      />
      <NewPasswordInputs
        label={t("accounts.newPassword")}
        repeatLabel={t("profile.repeatNewPassword")}
        lengthMin={lengthMin}
        field={form.field}
      />
    </Form>
  );
}

/** For who came through the identity provider: the way to a password is the one for forgotten ones. */
function NoPassword({ mailEnabled, oidcName }: AccountOptions) {
  const t = useTranslate();
  const { email } = useMe();
  const ask = useMutation({ mutationFn: () => forgetPassword(email) });
  return (
    <div className="flex flex-col items-start gap-4">
      <p>{t("signInMethods.noPassword", { name: oidcName ?? t("signInMethods.otherService") })}</p>
      {mailEnabled && !ask.isSuccess ? (
        <Button busy={ask.isPending} onClick={() => ask.mutate()}>
          {t("signInMethods.mailPassword")}
        </Button>
      ) : null}
      {ask.isSuccess ? <p role="status">{t("signInMethods.passwordMailed")}</p> : null}
      {ask.error === null ? null : <ProblemAlert error={ask.error} />}
    </div>
  );
}

export function PasswordPanel() {
  const t = useTranslate();
  const options = useQuery(accountQueries.options());
  const methods = useQuery(meQueries.signInMethods());
  return (
    <Panel title={t("profile.password")} purpose={t("profile.passwordPurpose")}>
      <QueryPanel query={options}>
        {(known) => (
          <QueryPanel query={methods}>
            {({ hasPassword }) =>
              hasPassword ? <PasswordForm lengthMin={known.passwordLengthMin} /> : <NoPassword {...known} />
            }
          </QueryPanel>
        )}
      </QueryPanel>
    </Panel>
  );
}
