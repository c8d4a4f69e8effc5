"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { z } from "zod/mini";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { TextLink } from "@/components/shared/text-link";
import { useValidForm } from "@/components/shared/use-valid-form";
import { Alert } from "@/components/ui/alert";
import { TextField } from "@/components/ui/field";
import { accountQueries } from "@/lib/client/accounts";
import { confirmSignIn, signIn } from "@/lib/client/session";
import { CodeForm } from "./code-form";
import { safeNextPath } from "./next-path";
import { ProviderLink } from "./provider-link";
import { failureText } from "./sign-in-failures";

const credentials = z.object({
  email: z.string().check(z.trim(), z.minLength(1, "must not be empty")),
  password: z.string().check(z.minLength(1, "must not be empty")),
});

const notes = {
  created: "accounts.created",
  verified: "accounts.verified",
  reset: "accounts.wasReset",
  deleted: "accounts.deleted",
} as const;

const isNote = (name: string | null): name is keyof typeof notes => name !== null && Object.hasOwn(notes, name);

type Credentials = z.output<typeof credentials>;

/** What brought the reader here, or why the way through the identity provider ended here. */
function Arrival() {
  const t = useTranslate();
  const params = useSearchParams();
  const done = params.get("done");
  const failure = failureText(params.get("failed"));
  return (
    <>
      {isNote(done) ? <Alert kind="note" title={t(notes[done])} /> : null}
      {failure === null ? null : (
        <Alert kind="error" title={t("signInMethods.failed")}>
          <p>{t(failure)}</p>
        </Alert>
      )}
      {params.has("next") && failure === null ? <Alert kind="note" title={t("accounts.goOn")} /> : null}
    </>
  );
}

interface PasswordStepProps {
  readonly onSignedIn: () => void;
  readonly onCodeNeeded: (credentials: Credentials) => void;
}

function PasswordStep({ onSignedIn, onCodeNeeded }: PasswordStepProps) {
  const t = useTranslate();
  const { data: options } = useQuery(accountQueries.options());
  const form = useValidForm({
    schema: credentials,
    values: { email: "", password: "" },
    submit: async (values) => {
      const { isCodeNeeded } = await signIn(values);
      if (isCodeNeeded) onCodeNeeded(values);
      else onSignedIn();
    },
  });
  return (
    <>
      <Arrival />
      <Form label={t("accounts.signIn")} form={form} action={t("accounts.signIn")}>
        <TextField label={t("accounts.email")} type="email" autoComplete="username" {...form.field("email")} />
        <TextField
          label={t("accounts.password")}
          type="password"
          autoComplete="current-password"
          {...form.field("password")}
        />
      </Form>
      {options?.oidcName ? <ProviderLink name={options.oidcName} purpose="with" /> : null}
      <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <TextLink href="/sign-up">{t("accounts.signUp")}</TextLink>
        {options?.mailEnabled === true ? <TextLink href="/forgot-password">{t("accounts.forgotLink")}</TextLink> : null}
      </p>
    </>
  );
}

export function SignInForm() {
  const params = useSearchParams();
  const [credentials, setCredentials] = useState<Credentials | null>(null);
  // A whole new page, so that nothing is left in memory of whoever was here before.
  const leave = () => window.location.assign(safeNextPath(params.get("next")));
  const startAgain = () => window.location.assign("/sign-in");
  if (credentials !== null) {
    const confirm = async (code: string) => {
      await signIn({ ...credentials, code });
      leave();
    };
    return <CodeForm confirm={confirm} onCancel={startAgain} />;
  }
  // The identity provider has vouched for the reader, and the server has noted for whom.
  if (params.get("step") === "code") {
    return <CodeForm confirm={(code) => confirmSignIn(code).then(leave)} onCancel={startAgain} />;
  }
  return <PasswordStep onSignedIn={leave} onCodeNeeded={setCredentials} />;
}
