"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { resendVerification } from "@/lib/client/accounts";

/** After signing up: nothing works until the link in the mail was opened. */
export function CheckYourMail({ email }: { readonly email: string }) {
  const t = useTranslate();
  const resend = useMutation({ mutationFn: () => resendVerification(email) });
  return (
    <div className="flex flex-col items-start gap-4">
      <Alert kind="note" title={t("accounts.checkMail")}>
        <p className="break-words">{t("accounts.checkMailHelp", { email })}</p>
      </Alert>
      <Button busy={resend.isPending} onClick={() => resend.mutate()}>
        {t("accounts.sendAgain")}
      </Button>
      {resend.isSuccess ? <p role="status">{t("accounts.sentAgain")}</p> : null}
      {resend.error === null ? null : <ProblemAlert error={resend.error} />}
    </div>
  );
}
