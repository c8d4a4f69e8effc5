"use client";

import { useState } from "react";
import { SelectField, TextField } from "@/components/ui/field";
import { type DecisionPolicy, decisionPolicies } from "@/lib/domain/services/types";

const policyNames = {
  LENIENT: "Lenient",
  BALANCED: "Balanced",
  STRICT: "Strict",
  CUSTOM: "A threshold of your own",
} as const satisfies Record<DecisionPolicy, string>;

const meanings = {
  LENIENT: "Of 100 strangers, about one at most is taken for somebody in the collection. Finds most of those who are.",
  BALANCED: "Of 1,000 strangers, about one at most is taken for somebody in the collection.",
  STRICT:
    "Of 10,000 strangers, about one at most is taken for somebody in the collection. Misses more of those who are.",
  CUSTOM: "A match is what is at least as similar as below, however many people are in the collection.",
} as const satisfies Record<DecisionPolicy, string>;

const choices = decisionPolicies.map((policy) => [policy, policyNames[policy]] as const);

interface FieldProps {
  readonly name: string;
  readonly error: string | undefined;
  readonly defaultValue?: string | undefined;
}

interface DecisionFieldsProps {
  /** The choice at first. */
  readonly initial: DecisionPolicy;
  readonly policy: FieldProps;
  readonly similarity: FieldProps;
}

/** How sure a match must be: what each choice means, and the similarity where it is the service's own. */
export function DecisionFields({ initial, policy, similarity }: DecisionFieldsProps) {
  const [chosen, setChosen] = useState<DecisionPolicy>(initial);
  return (
    <>
      <SelectField
        label="Decision policy"
        choices={choices}
        hint={meanings[chosen]}
        {...policy}
        onChange={({ currentTarget }) =>
          setChosen(decisionPolicies.find((name) => name === currentTarget.value) ?? initial)
        }
      />
      {chosen === "CUSTOM" ? (
        <TextField
          label="Similarity threshold"
          inputMode="decimal"
          autoComplete="off"
          hint="0 to 1. At 0.5, one of 1,000 comparisons of two strangers is a match."
          {...similarity}
        />
      ) : null}
    </>
  );
}
