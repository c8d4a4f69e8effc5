"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import type { FormField } from "@/components/shared/use-valid-form";
import { SelectField } from "@/components/ui/field";
import { livenessChecks } from "@/lib/domain/services/types";

const checkTexts = {
  EVERY_FACE: "services.livenessEveryFace",
  ONE_FACE: "services.livenessOneFace",
  ONE_GOOD_FACE: "services.livenessOneGoodFace",
} as const satisfies Record<(typeof livenessChecks)[number], PlainMessageKey>;

interface LivenessFieldProps {
  /** Whether the service judges liveness. */
  readonly isShown: boolean;
  readonly check: FormField;
}

/** Whose liveness one picture is judged for. */
export function LivenessField({ isShown, check }: LivenessFieldProps) {
  const t = useTranslate();
  if (!isShown) return <input type="hidden" name={check.name} defaultValue={check.defaultValue} />;
  return (
    <SelectField
      label={t("services.livenessCheck")}
      choices={livenessChecks.map((name) => [name, t(checkTexts[name])] as const)}
      hint={t("services.livenessCheckHint")}
      {...check}
    />
  );
}
