"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { TestOperation } from "./operations";

interface ApiChoiceProps {
  readonly operations: readonly TestOperation[];
  readonly chosen: TestOperation;
  readonly onChange: (operation: TestOperation) => void;
}

/** Whose shape the answer to the same picture has. */
export function ApiChoice({ operations, chosen, onChange }: ApiChoiceProps) {
  const t = useTranslate();
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="mb-1 font-medium text-sm">{t("testPage.api")}</legend>
      {operations.map((operation) => (
        <label
          key={operation.name}
          className="flex h-10 items-center gap-2 rounded-md border border-border px-3 text-sm hover:bg-muted has-checked:border-primary has-checked:font-semibold"
        >
          <input
            type="radio"
            name="test-api"
            className="accent-primary"
            checked={operation === chosen}
            onChange={() => onChange(operation)}
          />
          {operation.api}
        </label>
      ))}
    </fieldset>
  );
}
