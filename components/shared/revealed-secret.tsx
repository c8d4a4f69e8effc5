"use client";

import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { ProblemAlert } from "./problem-alert";

interface RevealedSecretProps<Secret> {
  /** What showing it leaves behind. */
  readonly warning: string;
  /** Verb on the button. */
  readonly action: string;
  readonly reveal: () => Promise<Secret>;
  readonly onCancel: () => void;
  readonly children: (secret: Secret) => ReactNode;
}

/** A secret that is asked for only once the reader was warned, and is forgotten with the dialog. */
export function RevealedSecret<Secret>({ warning, action, reveal, onCancel, children }: RevealedSecretProps<Secret>) {
  const t = useTranslate();
  const asked = useMutation({ mutationFn: reveal, gcTime: 0 });
  if (asked.data !== undefined) return children(asked.data);
  return (
    <div className="flex flex-col gap-4">
      <p>{warning}</p>
      {asked.error === null ? null : <ProblemAlert error={asked.error} />}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" busy={asked.isPending} onClick={() => asked.mutate()}>
          {action}
        </Button>
        <Button onClick={onCancel}>{t("shared.cancel")}</Button>
      </div>
    </div>
  );
}
