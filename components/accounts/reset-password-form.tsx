"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { z } from "zod";
import { Form } from "@/components/shared/form";
import { QueryPanel } from "@/components/shared/query-panel";
import { TextLink } from "@/components/shared/text-link";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { accountQueries, resetPassword } from "@/lib/client/accounts";
import { isTypedTwice, newPasswordFields, typedTwiceComplaint } from "./account-schemas";

function NewPasswordForm({ lengthMin }: { readonly lengthMin: number }) {
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
    <Form label="New password" form={form} action="Set password">
      <p>You will be signed out everywhere.</p>
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${lengthMin} characters.`}
        {...form.field("password")}
      />
      <TextField label="Repeat password" type="password" autoComplete="new-password" {...form.field("repeated")} />
    </Form>
  );
}

export function ResetPasswordForm() {
  const options = useQuery(accountQueries.options());
  return (
    <QueryPanel query={options}>
      {({ passwordLengthMin }) => (
        <>
          <NewPasswordForm lengthMin={passwordLengthMin} />
          <p className="text-sm">
            The link no longer works? <TextLink href="/forgot-password">Ask for another</TextLink>
          </p>
        </>
      )}
    </QueryPanel>
  );
}
