"use client";

import { z } from "zod";
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
  const schema = z.object({ name: z.literal(name, { error: `must be ${name}` }) });
  const form = useValidForm({ schema, values: { name: "" as string }, submit: () => run(name) });
  return (
    <Form label={action} form={form} action={action} destructive onCancel={onCancel}>
      <p>{consequence}</p>
      <TextField label={`Type ${name} to confirm`} autoComplete="off" {...form.field("name")} />
    </Form>
  );
}
