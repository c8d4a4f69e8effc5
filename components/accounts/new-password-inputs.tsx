"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { FormField } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";

type Name = "password" | "repeated";

interface NewPasswordInputsProps {
  readonly label: string;
  readonly repeatLabel: string;
  readonly lengthMin: number;
  /** Of the form whose schema has `newPasswordFields`. */
  readonly field: (name: Name) => FormField;
}

/** A new password, typed twice. */
export function NewPasswordInputs({ label, repeatLabel, lengthMin, field }: NewPasswordInputsProps) {
  const t = useTranslate();
  const hint = t("accounts.passwordHint", { number: lengthMin });
  return (
    <>
      <TextField label={label} type="password" autoComplete="new-password" hint={hint} {...field("password")} />
      <TextField label={repeatLabel} type="password" autoComplete="new-password" {...field("repeated")} />
    </>
  );
}
