"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { Form } from "@/components/shared/form";
import { QueryPanel } from "@/components/shared/query-panel";
import { TextLink } from "@/components/shared/text-link";
import { useValidForm } from "@/components/shared/use-valid-form";
import { Alert } from "@/components/ui/alert";
import { TextField } from "@/components/ui/field";
import { type AccountOptions, accountQueries, signUp } from "@/lib/client/accounts";
import { emailInput, isTypedTwice, nameInput, newPasswordFields, typedTwiceComplaint } from "./account-schemas";
import { CheckYourMail } from "./check-your-mail";
import { ProviderLink } from "./provider-link";

const schemaFor = (lengthMin: number) =>
  emailInput.extend(nameInput.shape).extend(newPasswordFields(lengthMin)).refine(isTypedTwice, typedTwiceComplaint);

interface SignUpFieldsProps {
  readonly options: AccountOptions;
  readonly onMailed: (email: string) => void;
}

function SignUpFields({ options, onMailed }: SignUpFieldsProps) {
  const t = useTranslate();
  const router = useRouter();
  const invitationToken = useSearchParams().get("invitation");
  const form = useValidForm({
    schema: schemaFor(options.passwordLengthMin),
    values: { firstName: "", lastName: "", email: "", password: "", repeated: "" },
    submit: async ({ repeated: _, ...input }) => {
      const { next } = await signUp(invitationToken === null ? input : { ...input, invitationToken });
      if (next === "verify_email") onMailed(input.email);
      else router.push("/sign-in?done=created");
    },
  });
  const passwordHint = t("accounts.passwordHint", { number: options.passwordLengthMin });
  return (
    <Form label={t("accounts.signUp")} form={form} action={t("accounts.createAccount")}>
      <TextField label={t("accounts.firstName")} autoComplete="given-name" {...form.field("firstName")} />
      <TextField label={t("accounts.lastName")} autoComplete="family-name" {...form.field("lastName")} />
      <TextField label={t("accounts.email")} type="email" autoComplete="username" {...form.field("email")} />
      <TextField
        label={t("accounts.password")}
        type="password"
        autoComplete="new-password"
        hint={passwordHint}
        {...form.field("password")}
      />
      <TextField
        label={t("accounts.repeatPassword")}
        type="password"
        autoComplete="new-password"
        {...form.field("repeated")}
      />
    </Form>
  );
}

export function SignUpForm() {
  const t = useTranslate();
  const options = useQuery(accountQueries.options());
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  if (mailedTo !== null) return <CheckYourMail email={mailedTo} />;
  return (
    <QueryPanel query={options}>
      {(known) => (
        <>
          {known.isFirstAccount ? (
            <Alert kind="note" title={t("accounts.firstAccount")}>
              <p>{t("accounts.firstAccountHelp")}</p>
            </Alert>
          ) : null}
          {known.oidcName === null ? null : <ProviderLink name={known.oidcName} purpose="signUpWith" />}
          <SignUpFields options={known} onMailed={setMailedTo} />
          <p className="text-sm">
            <Message
              id="accounts.haveAccount"
              values={{ link: <TextLink href="/sign-in">{t("accounts.signIn")}</TextLink> }}
            />
          </p>
        </>
      )}
    </QueryPanel>
  );
}
