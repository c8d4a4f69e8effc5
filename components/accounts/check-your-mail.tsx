"use client";

import { useMutation } from "@tanstack/react-query";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { resendVerification } from "@/lib/client/accounts";

/** After signing up: nothing works until the link in the mail was opened. */
export function CheckYourMail({ email }: { readonly email: string }) {
  const resend = useMutation({ mutationFn: () => resendVerification(email) });
  return (
    <div className="flex flex-col items-start gap-4">
      <Alert kind="note" title="Check your mail">
        <p className="break-words">
          If {email} can have an account here, a message with a link is on its way. Open the link to finish.
        </p>
      </Alert>
      <Button busy={resend.isPending} onClick={() => resend.mutate()}>
        Send the message again
      </Button>
      {resend.isSuccess ? <p role="status">Another message is on its way.</p> : null}
      {resend.error === null ? null : <ProblemAlert error={resend.error} />}
    </div>
  );
}
