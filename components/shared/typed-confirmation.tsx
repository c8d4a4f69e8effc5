"use client";

import { z } from "zod/mini";
import { useTranslate } from "@/components/language/language-provider";
import { TextField } from "@/components/ui/field";
import { Form } from "./form";
import { useValidForm } from "./use-valid-form";

interface TypedConfirmationProps {
  /** What has to be typed. */
  readonly name: string;
  /** What will be gone. */
  readonly consequence: string;
  readonly action: string;
  readonly run: (name: string) => Promise<unknown>;
  readonly onCancel: () => void;
}

/** Asks for the name of the thing that is about to be destroyed. */
export function TypedConfirmation({ name, consequence, action, run, onCancel }: TypedConfirmationProps) {
  const t = useTranslate();
  const schema = z.object({ name: z.literal(name, { error: t("shared.mustBe", { name }) }) });
  const form = useValidForm({ schema, values: { name: "" as string }, submit: () => run(name) });
  return (
    <Form label={action} form={form} action={action} destructive onCancel={onCancel}>
      <p>{consequence}</p>
      <TextField label={t("shared.typeToConfirm", { name })} autoComplete="off" {...form.field("name")} />
    </Form>
  );
}
