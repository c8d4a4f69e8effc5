"use client";

import type { FormEvent, ReactNode } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { ProblemAlert } from "./problem-alert";
import { useIsInteractive } from "./use-is-interactive";

interface FormProps {
  readonly label: string;
  readonly form: {
    readonly send: (event: FormEvent<HTMLFormElement>) => Promise<void>;
    readonly failure: Error | null;
    readonly busy: boolean;
    readonly edit: (name: string) => void;
  };
  /** Verb on the button that sends. */
  readonly action: string;
  readonly destructive?: boolean;
  /** Set in dialogs, which need a way out beside Escape. */
  readonly onCancel?: () => void;
  /** Shows the values without a way to change them. */
  readonly readOnly?: boolean;
  readonly children: ReactNode;
}

/** Fields in a column, what the server refused over the buttons, and the buttons. */
export function Form({ label, form, action, destructive = false, onCancel, readOnly = false, children }: FormProps) {
  const t = useTranslate();
  const isInteractive = useIsInteractive();
  return (
    // Sent before its scripts listen, a form would put what was typed into the address, passwords too: hence "post", and
    // nothing can be typed or sent until then.
    // The schema checks, so that its texts stand at the fields; the browser's own bubbles would come first.
    <form
      noValidate
      method="post"
      aria-label={label}
      className="flex flex-col gap-4"
      onSubmit={(event) => void form.send(event)}
      onChange={({ target }) => form.edit("name" in target ? String(target.name) : "")}
    >
      <fieldset disabled={readOnly || !isInteractive} className="contents">
        {children}
      </fieldset>
      {form.failure === null ? null : <ProblemAlert error={form.failure} />}
      <div className="flex flex-wrap gap-3" hidden={readOnly}>
        <Button type="submit" disabled={!isInteractive} look={destructive ? "destructive" : "primary"} busy={form.busy}>
          {action}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>{t("shared.cancel")}</Button>}
      </div>
    </form>
  );
}
