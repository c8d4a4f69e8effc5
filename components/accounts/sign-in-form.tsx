"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { z } from "zod";
import { Form } from "@/components/shared/form";
import { TextLink } from "@/components/shared/text-link";
import { useValidForm } from "@/components/shared/use-valid-form";
import { Alert } from "@/components/ui/alert";
import { TextField } from "@/components/ui/field";
import { accountQueries } from "@/lib/client/accounts";
import { signIn } from "@/lib/client/session";
import { safeNextPath } from "./next-path";

const credentials = z.object({
  email: z.string().trim().min(1, "must not be empty"),
  password: z.string().min(1, "must not be empty"),
});

const notes = {
  created: "Your account is ready. Sign in with it.",
  verified: "Your address is confirmed. Sign in now.",
  reset: "Your password is changed. Sign in with the new one.",
  deleted: "Your account is deleted.",
} as const;

const isNote = (name: string | null): name is keyof typeof notes => name !== null && Object.hasOwn(notes, name);

export function SignInForm() {
  const params = useSearchParams();
  const { data: options } = useQuery(accountQueries.options());
  const done = params.get("done");
  const form = useValidForm({
    schema: credentials,
    values: { email: "", password: "" },
    submit: async (values) => {
      await signIn(values);
      // A whole new page, so that nothing is left in memory of whoever was here before.
      window.location.assign(safeNextPath(params.get("next")));
    },
  });
  return (
    <>
      {isNote(done) ? <Alert kind="note" title={notes[done]} /> : null}
      {params.has("next") ? <Alert kind="note" title="Sign in to go on where you were." /> : null}
      <Form label="Sign in" form={form} action="Sign in">
        <TextField label="E-mail" type="email" autoComplete="username" {...form.field("email")} />
        <TextField label="Password" type="password" autoComplete="current-password" {...form.field("password")} />
      </Form>
      <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <TextLink href="/sign-up">Create an account</TextLink>
        {options?.mailEnabled === true ? <TextLink href="/forgot-password">Forgot your password?</TextLink> : null}
      </p>
    </>
  );
}
