"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import type { FormField } from "@/components/shared/use-valid-form";
import { SelectField, TextField } from "@/components/ui/field";
import { type DecisionPolicy, decisionPolicies, type ServiceType } from "@/lib/domain/services/types";

type Meanings = Readonly<Record<DecisionPolicy, PlainMessageKey>>;

/** What a choice means to the services that decide on matches. */
const meaningsOf: Readonly<Partial<Record<ServiceType, Meanings>>> = {
  RECOGNITION: {
    LENIENT: "services.lenientMeans",
    BALANCED: "services.balancedMeans",
    STRICT: "services.strictMeans",
    CUSTOM: "services.customMeans",
  },
  VERIFICATION: {
    LENIENT: "services.lenientPairs",
    BALANCED: "services.balancedPairs",
    STRICT: "services.strictPairs",
    CUSTOM: "services.customPairs",
  },
};

interface DecisionFieldsProps {
  readonly type: ServiceType;
  /** The choice at first. */
  readonly initial: DecisionPolicy;
  readonly policy: FormField;
  readonly similarity: FormField;
}

/** What the service has is sent back as it is where nothing is decided. */
function HiddenFields({ policy, similarity }: Pick<DecisionFieldsProps, "policy" | "similarity">) {
  return (
    <>
      <input type="hidden" name={policy.name} defaultValue={policy.defaultValue} />
      <input type="hidden" name={similarity.name} defaultValue={similarity.defaultValue} />
    </>
  );
}

/** How sure a match must be: what each choice means, and the similarity where it is the service's own. */
export function DecisionFields({ type, initial, policy, similarity }: DecisionFieldsProps) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<DecisionPolicy>(initial);
  const meanings = meaningsOf[type];
  if (meanings === undefined) return <HiddenFields policy={policy} similarity={similarity} />;
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
