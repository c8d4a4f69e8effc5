"use client";

import { z } from "zod/mini";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";

interface CodeFormProps {
  readonly confirm: (code: string) => Promise<unknown>;
  readonly onCancel: () => void;
}

const schema = z.object({ code: z.string().check(z.trim(), z.minLength(1, "must not be empty")) });

// The step before has just been taken, and nothing else is on the page.
const focus = (field: HTMLInputElement | null) => field?.focus();

/** The second step of signing in. */
export function CodeForm({ confirm, onCancel }: CodeFormProps) {
  const t = useTranslate();
  const form = useValidForm({ schema, values: { code: "" }, submit: ({ code }) => confirm(code) });
  return (
    <Form label={t("signInMethods.codeTitle")} form={form} action={t("signInMethods.confirmCode")} onCancel={onCancel}>
      <p>{t("signInMethods.codePrompt")}</p>
      <TextField
        label={t("signInMethods.code")}
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        ref={focus}
        {...form.field("code")}
      />
    </Form>
  );
}
