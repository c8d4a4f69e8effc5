"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { useIsInteractive } from "@/components/shared/use-is-interactive";
import { useValidForm } from "@/components/shared/use-valid-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { resendVerification, verifyAddress } from "@/lib/client/accounts";
import { emailInput } from "./account-schemas";

function ResendForm() {
  const t = useTranslate();
  const resend = useMutation({ mutationFn: resendVerification });
  const form = useValidForm({
    schema: emailInput,
    values: { email: "" },
    submit: ({ email }) => resend.mutateAsync(email),
  });
  if (resend.isSuccess) return <p role="status">{t("accounts.resendMailed")}</p>;
  return (
    <Form label={t("accounts.sendAnother")} form={form} action={t("accounts.sendAnother")}>
      <TextField label={t("accounts.email")} type="email" autoComplete="username" {...form.field("email")} />
    </Form>
  );
}

/** Confirms an address by the link in the mail: with a click, as mail filters open every link themselves. */
export function VerifyAddress() {
  const t = useTranslate();
  const router = useRouter();
  const isInteractive = useIsInteractive();
  const token = useSearchParams().get("token") ?? "";
  const verify = useMutation({ mutationFn: verifyAddress, onSuccess: () => router.push("/sign-in?done=verified") });
  if (verify.error !== null || token === "") {
    return (
      <>
        <ProblemAlert error={verify.error ?? new Error("The link is not complete.")} title={t("accounts.linkBroken")} />
        <ResendForm />
      </>
    );
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <p>{t("accounts.oneClick")}</p>
      <Button look="primary" disabled={!isInteractive} busy={verify.isPending} onClick={() => verify.mutate(token)}>
        {t("accounts.confirmAddress")}
      </Button>
    </div>
  );
}
