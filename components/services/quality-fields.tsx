"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import type { FormField } from "@/components/shared/use-valid-form";
import { SelectField, TextField } from "@/components/ui/field";
import { type QualityGate, type QualityProfile, qualityGates, qualityProfiles } from "@/lib/domain/quality/types";

const gateTexts = {
  OFF: "services.gateOff",
  WARN: "services.gateWarn",
  REFUSE: "services.gateRefuse",
} as const satisfies Record<QualityGate, PlainMessageKey>;

const profileTexts = {
  ENROLMENT: "services.profileEnrolment",
  ICAO: "services.profileIcao",
  WEBCAM: "services.profileWebcam",
  CUSTOM: "services.profileCustom",
} as const satisfies Record<QualityProfile, PlainMessageKey>;

interface QualityFieldsProps {
  /** The profile at first. */
  readonly initial: QualityProfile;
  /** Whether faces are added to this service. */
  readonly hasGate: boolean;
  readonly gate: FormField;
  readonly profile: FormField;
  readonly limits: FormField;
}

/** What the service takes for a good photo, and what a bad one meets when a face is added. */
export function QualityFields({ initial, hasGate, gate, profile, limits }: QualityFieldsProps) {
  const t = useTranslate();
  const [chosen, setChosen] = useState<QualityProfile>(initial);
  return (
    <>
      {hasGate ? (
        <SelectField
          label={t("services.gate")}
          choices={qualityGates.map((name) => [name, t(gateTexts[name])] as const)}
          hint={t("services.gateHint")}
          {...gate}
        />
      ) : (
        <input type="hidden" name={gate.name} defaultValue={gate.defaultValue} />
      )}
      <SelectField
        label={t("services.profile")}
        choices={qualityProfiles.map((name) => [name, t(profileTexts[name])] as const)}
        hint={t("services.profileHint")}
        {...profile}
        onChange={({ currentTarget }) =>
          setChosen(qualityProfiles.find((name) => name === currentTarget.value) ?? initial)
        }
      />
      {chosen === "CUSTOM" ? (
        <TextField
          label={t("services.qualityLimits")}
          autoComplete="off"
          hint={t("services.qualityLimitsHint")}
          {...limits}
        />
      ) : null}
    </>
  );
}
