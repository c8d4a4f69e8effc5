"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
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
  const passwordHint = `At least ${options.passwordLengthMin} characters.`;
  return (
    <Form label="Create an account" form={form} action="Create account">
      <TextField label="First name" autoComplete="given-name" {...form.field("firstName")} />
      <TextField label="Last name" autoComplete="family-name" {...form.field("lastName")} />
      <TextField label="E-mail" type="email" autoComplete="username" {...form.field("email")} />
      <TextField
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={passwordHint}
        {...form.field("password")}
      />
      <TextField label="Repeat password" type="password" autoComplete="new-password" {...form.field("repeated")} />
    </Form>
  );
}

export function SignUpForm() {
  const options = useQuery(accountQueries.options());
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  if (mailedTo !== null) return <CheckYourMail email={mailedTo} />;
  return (
    <QueryPanel query={options}>
      {(known) => (
        <>
          {known.isFirstAccount ? (
            <Alert kind="note" title="This is the first account.">
              <p>It becomes the owner of this server and can see and change everything on it.</p>
            </Alert>
          ) : null}
          {known.oidcName === null ? null : <ProviderLink name={known.oidcName} purpose="signUpWith" />}
          <SignUpFields options={known} onMailed={setMailedTo} />
          <p className="text-sm">
            You have an account? <TextLink href="/sign-in">Sign in</TextLink>
          </p>
        </>
      )}
    </QueryPanel>
  );
}
