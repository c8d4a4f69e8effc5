"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { Form } from "@/components/shared/form";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { useValidForm } from "@/components/shared/use-valid-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { resendVerification, verifyAddress } from "@/lib/client/accounts";
import { emailInput } from "./account-schemas";

function ResendForm() {
  const resend = useMutation({ mutationFn: resendVerification });
  const form = useValidForm({
    schema: emailInput,
    values: { email: "" },
    submit: ({ email }) => resend.mutateAsync(email),
  });
  if (resend.isSuccess) return <p role="status">If the address waits for a confirmation, a message is on its way.</p>;
  return (
    <Form label="Send another link" form={form} action="Send another link">
      <TextField label="E-mail" type="email" autoComplete="username" {...form.field("email")} />
    </Form>
  );
}

/** Confirms an address by the link in the mail: with a click, as mail filters open every link themselves. */
export function VerifyAddress() {
  const router = useRouter();
  const token = useSearchParams().get("token") ?? "";
  const verify = useMutation({ mutationFn: verifyAddress, onSuccess: () => router.push("/sign-in?done=verified") });
  if (verify.error !== null || token === "") {
    return (
      <>
        <ProblemAlert
          error={verify.error ?? new Error("The link is not complete.")}
          title="This link does not work, or no longer"
        />
        <ResendForm />
      </>
    );
  }
  return (
    <div className="flex flex-col items-start gap-4">
      <p>One click, and your account is ready.</p>
      <Button look="primary" busy={verify.isPending} onClick={() => verify.mutate(token)}>
        Confirm address
      </Button>
    </div>
  );
}
