import { type FormEvent, useState } from "react";
import { z } from "zod/mini";
import { useTexts } from "@/components/language/language-provider";
import { ProblemError } from "@/lib/client/problem";

/** What fields hold: text, or whether a box is checked. */
type FormValues = Readonly<Record<string, string | boolean>>;

/** What a form hands to one of its fields that holds text. */
export interface FormField {
  readonly name: string;
  readonly error: string | undefined;
  readonly defaultValue?: string | undefined;
}

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

/** What the fields of a form hold now; `like` says which there are and which of them are boxes. */
function readValues(form: HTMLFormElement, like: FormValues): unknown {
  const data = new FormData(form);
  const entries = Object.entries(like).map(([name, value]) => [
    name,
    typeof value === "boolean" ? data.has(name) : String(data.get(name) ?? ""),
  ]);
  return Object.fromEntries(entries);
}

/** Leads to the first wrong field as the reader sees them, which need not be the order of the schema. */
function focusFirst(form: HTMLFormElement, complaints: readonly FieldComplaint[]): void {
  const wrong = new Set(complaints.map(({ name }) => name));
  const control = [...form.elements].find((element) => wrong.has(element.getAttribute("name") ?? ""));
  if (control instanceof HTMLElement) control.focus();
}

interface ValidForm<Input extends FormValues, Output> {
  /** Of either kind: `zod/mini`, or `zod` where a form shares its rules with the server. */
  readonly schema: z.core.$ZodType<Output, Input>;
  /** What the fields hold at first. */
  readonly values: NoInfer<Input>;
  /** Fields that are called otherwise here than in the request: its name, then ours. */
  readonly names?: Readonly<Record<string, string>>;
  readonly submit: (values: Output, form: HTMLFormElement) => Promise<unknown>;
}

/** A form that is checked by a schema before it is sent, and shows what the server says to it afterwards. */
export function useValidForm<Input extends FormValues, Output>(options: ValidForm<Input, Output>) {
  const { schema, values, names = {}, submit } = options;
  const { translateSaid } = useTexts();
  const [complaints, setComplaints] = useState<readonly FieldComplaint[]>([]);
  const [failure, setFailure] = useState<Error | null>(null);
  const [busy, setBusy] = useState(false);

  const show = (form: HTMLFormElement, found: readonly FieldComplaint[]) => {
    setComplaints(found);
    focusFirst(form, found);
  };
  const run = async (form: HTMLFormElement, output: Output) => {
    setBusy(true);
    try {
      await submit(output, form);
    } catch (error) {
      const found = complaintsOf(error, names, Object.keys(values));
      show(form, found);
      if (found.length === 0) setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(false);
    }
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    const form = event.currentTarget;
    const parsed = z.safeParse(schema, readValues(form, values));
    const issues = parsed.error?.issues ?? [];
    show(
      form,
      issues.map(({ path, message }) => ({ name: String(path[0]), detail: message })),
    );
    if (parsed.success) await run(form, parsed.data);
  };
  /** A field that is edited is no longer wrong until it is sent again. */
  const edit = (name: string) => setComplaints((all) => all.filter((complaint) => complaint.name !== name));
  /** What a field component needs to be part of this form. */
  const field = (name: keyof Input & string) => {
    const value: string | boolean | undefined = values[name];
    const detail = complaints.find((complaint) => complaint.name === name)?.detail;
    const error = detail === undefined ? undefined : (translateSaid(detail) ?? detail);
    if (typeof value === "boolean") return { name, error, defaultChecked: value };
    return { name, error, defaultValue: value };
  };
  return { field, failure, busy, send, edit };
}
