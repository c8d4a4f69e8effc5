"use client";

import { z } from "zod/mini";
import { Form } from "./form";
import { useValidForm } from "./use-valid-form";

interface ConfirmationProps {
  readonly consequence: string;
  readonly action: string;
  readonly run: () => Promise<unknown>;
  readonly onCancel: () => void;
}

const schema = z.object({});

/** Asks once more before something that can be made good again, though not with one click. */
export function Confirmation({ consequence, action, run, onCancel }: ConfirmationProps) {
  const form = useValidForm({ schema, values: {}, submit: run });
  return (
    <Form label={action} form={form} action={action} destructive onCancel={onCancel}>
      <p>{consequence}</p>
    </Form>
  );
}
