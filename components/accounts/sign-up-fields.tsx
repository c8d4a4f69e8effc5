"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { type AccountOptions, signUp } from "@/lib/client/accounts";
import { emailInput, isTypedTwice, nameInput, newPasswordFields, typedTwiceComplaint } from "./account-schemas";
import { NewPasswordInputs } from "./new-password-inputs";

const schemaFor = (lengthMin: number) =>
  emailInput.extend(nameInput.shape).extend(newPasswordFields(lengthMin)).refine(isTypedTwice, typedTwiceComplaint);

interface SignUpFieldsProps {
  readonly options: AccountOptions;
  readonly onMailed: (email: string) => void;
}

/** The data of a new account, and how it is made. */
export function SignUpFields({ options, onMailed }: SignUpFieldsProps) {
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
  return (
    <Form label={t("accounts.signUp")} form={form} action={t("accounts.createAccount")}>
      <TextField label={t("accounts.firstName")} autoComplete="given-name" {...form.field("firstName")} />
      <TextField label={t("accounts.lastName")} autoComplete="family-name" {...form.field("lastName")} />
      <TextField label={t("accounts.email")} type="email" autoComplete="username" {...form.field("email")} />
      <NewPasswordInputs
        label={t("accounts.password")}
        repeatLabel={t("accounts.repeatPassword")}
        lengthMin={options.passwordLengthMin}
        field={form.field}
      />
    </Form>
  );
}
