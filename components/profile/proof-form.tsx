"use client";

import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import type { Proof } from "@/lib/client/second-factor";

interface ProofFormProps {
  readonly hasPassword: boolean;
  readonly action: string;
  readonly consequence: string;
  readonly run: (proof: Proof) => Promise<unknown>;
  readonly onCancel: () => void;
}

const schema = z.object({ proof: z.string().min(1, "must not be empty") });

/** Asks for the password again, or for a code of an account without one. */
export function ProofForm({ hasPassword, action, consequence, run, onCancel }: ProofFormProps) {
  const t = useTranslate();
  const form = useValidForm({
    schema,
    values: { proof: "" },
    names: { password: "proof", code: "proof" },
    submit: ({ proof }) => run(hasPassword ? { password: proof } : { code: proof }),
  });
  return (
    <Form label={action} form={form} action={action} destructive onCancel={onCancel}>
      <p>{consequence}</p>
      {hasPassword ? (
        <TextField
          label={t("signInMethods.yourPassword")}
          type="password"
          autoComplete="current-password"
          {...form.field("proof")}
        />
      ) : (
        <TextField label={t("signInMethods.code")} autoComplete="one-time-code" {...form.field("proof")} />
      )}
    </Form>
  );
}
