"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import type { FormField } from "@/components/shared/use-valid-form";
import { SelectField, TextField } from "@/components/ui/field";
import { type DecisionPolicy, decisionPolicies } from "@/lib/domain/services/types";

const meanings = {
  LENIENT: "services.lenientMeans",
  BALANCED: "services.balancedMeans",
  STRICT: "services.strictMeans",
  CUSTOM: "services.customMeans",
} as const satisfies Record<DecisionPolicy, PlainMessageKey>;

interface DecisionFieldsProps {
  /** The choice at first. */
  readonly initial: DecisionPolicy;
  readonly policy: FormField;
  readonly similarity: FormField;
}

/** How sure a match must be: what each choice means, and the similarity where it is the service's own. */
export function DecisionFields({ initial, policy, similarity }: DecisionFieldsProps) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<DecisionPolicy>(initial);
  return (
    <>
      <SelectField
        label={t("services.policy")}
        choices={decisionPolicies.map((name) => [name, t(`services.${name}`)] as const)}
        hint={t(meanings[chosen])}
        {...policy}
        onChange={({ currentTarget }) =>
          setChosen(decisionPolicies.find((name) => name === currentTarget.value) ?? initial)
        }
      />
      {chosen === "CUSTOM" ? (
        <TextField
          label={t("services.similarityThreshold")}
          inputMode="decimal"
          autoComplete="off"
          hint={t("services.similarityHint")}
          {...similarity}
        />
      ) : null}
    </>
  );
}
