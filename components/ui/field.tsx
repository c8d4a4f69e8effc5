import { type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, useId } from "react";

interface FieldText {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

const control =
  "h-10 w-full rounded-md border border-input bg-card px-3 text-foreground aria-invalid:border-2 aria-invalid:border-destructive disabled:opacity-60";

/** What ties a control to its texts, for `aria-describedby` and the like. */
function useFieldIds({ hint, error }: FieldText) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { id, attributes: { id, "aria-invalid": error !== undefined, "aria-describedby": described || undefined } };
}

function FieldFrame({ id, label, hint, error, children }: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="text-destructive text-sm first-letter:uppercase">
          {error}
        </p>
      )}
    </div>
  );
}

type InputProps = FieldText & InputHTMLAttributes<HTMLInputElement> & { readonly ref?: Ref<HTMLInputElement> };

/** One line of text with its label, hint and error. */
export function TextField({ label, hint, error, ...input }: InputProps) {
  const { id, attributes } = useFieldIds({ label, hint, error });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input {...input} {...attributes} className={control} />
    </FieldFrame>
  );
}

interface SelectProps extends FieldText, SelectHTMLAttributes<HTMLSelectElement> {
  readonly choices: readonly (readonly [value: string, text: string])[];
}

/** A choice of one, with its label, hint and error. */
export function SelectField({ label, hint, error, choices, ...select }: SelectProps) {
  const { id, attributes } = useFieldIds({ label, hint, error });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select {...select} {...attributes} className={control}>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Something to switch on, its label beside it. */
export function CheckField({ label, hint, error, ...input }: InputProps) {
  const { id, attributes } = useFieldIds({ label, hint, error });
  return (
    <div className="flex flex-col">
      <label htmlFor={id} className="flex min-h-10 items-center gap-3 py-1 text-sm">
        <input {...input} {...attributes} type="checkbox" className="size-5 shrink-0 accent-primary" />
        {label}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="ps-8 text-muted-foreground text-sm">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="ps-8 text-destructive text-sm first-letter:uppercase">
          {error}
        </p>
      )}
    </div>
  );
}
