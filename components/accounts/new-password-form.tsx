"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { resetPassword } from "@/lib/client/accounts";
import { isTypedTwice, newPasswordFields, typedTwiceComplaint } from "./account-schemas";
import { NewPasswordInputs } from "./new-password-inputs";

/** Sets the password of whoever holds the mailed link that leads here. */
export function NewPasswordForm({ lengthMin }: { readonly lengthMin: number }) {
  const t = useTranslate();
  const router = useRouter();
  const token = useSearchParams().get("token") ?? "";
  const form = useValidForm({
    schema: z.object(newPasswordFields(lengthMin)).refine(isTypedTwice, typedTwiceComplaint),
    values: { password: "", repeated: "" },
    submit: async ({ password }) => {
      await resetPassword({ token, password });
      router.push("/sign-in?done=reset");
    },
  });
  return (
    <Form label={t("accounts.newPassword")} form={form} action={t("accounts.setPassword")}>
      <p>{t("accounts.signedOutEverywhere")}</p>
      <NewPasswordInputs
        label={t("accounts.newPassword")}
        repeatLabel={t("accounts.repeatPassword")}
        lengthMin={lengthMin}
        field={form.field}
      />
    </Form>
  );
}
