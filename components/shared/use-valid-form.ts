import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form";
import type { z } from "zod";
import { ProblemError } from "@/lib/client/problem";

interface FieldComplaint {
  readonly name: string;
  readonly detail: string;
}

/** The server's complaints by field, or none when one of them belongs to no field: then all stand over the form. */
function complaintsOf(error: unknown, names: Readonly<Record<string, string>>, fields: readonly string[]) {
  const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  const complaints = errors.map(({ pointer, detail }): FieldComplaint => {
    const members = pointer.split("/").map((member) => names[member] ?? member);
    return { name: members.find((member) => fields.includes(member)) ?? "", detail };
  });
  return complaints.every(({ name }) => fields.includes(name)) ? complaints : [];
}

interface ValidForm<Input extends FieldValues, Output> {
  readonly schema: z.ZodType<Output, Input>;
  readonly values: DefaultValues<Input>;
  /** Fields that are called otherwise here than in the request: its name, then ours. */
  readonly names?: Readonly<Record<string, string>>;
  readonly submit: (values: Output) => Promise<unknown>;
}

/** A form that is checked by a schema before it is sent, and shows what the server says to it afterwards. */
export function useValidForm<Input extends FieldValues, Output>(options: ValidForm<Input, Output>) {
  const { schema, values, names = {}, submit } = options;
  const [failure, setFailure] = useState<Error | null>(null);
  const form = useForm<Input, unknown, Output>({ resolver: zodResolver(schema), defaultValues: values });
  const send = form.handleSubmit(async (output) => {
    setFailure(null);
    try {
      await submit(output);
    } catch (error) {
      const complaints = complaintsOf(error, names, Object.keys(form.getValues()));
      for (const { name, detail } of complaints) form.setError(name as Path<Input>, { message: detail });
      if (complaints.length === 0) setFailure(error instanceof Error ? error : new Error(String(error)));
    }
  });
  /** What a field component needs to be part of this form. */
  const field = (name: Path<Input>) => ({
    ...form.register(name),
    error: form.getFieldState(name, form.formState).error?.message,
  });
  return { field, failure, send, busy: form.formState.isSubmitting, reset: form.reset };
}
