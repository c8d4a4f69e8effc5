"use client";

import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { CheckField, SelectField, TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { changeService, type Service, serviceQueries } from "@/lib/client/services";
import { useChange } from "@/lib/client/use-change";
import { nameSchema } from "@/lib/domain/applications/schema";
import { qualityGates, qualityProfiles } from "@/lib/domain/quality/types";
import { decisionPolicies, livenessChecks, responseFormats, saveImagesChoices } from "@/lib/domain/services/types";
import { DecisionFields } from "./decision-fields";
import { LivenessField } from "./liveness-field";
import { QualityFields } from "./quality-fields";
import { qualityLimitsText, readQualityLimits } from "./quality-limits-text";

const threshold = z
  .string()
  .trim()
  .refine((text) => text === "" || (Number(text) >= 0 && Number(text) <= 1), { error: "must lie between 0 and 1" })
  .transform((text) => (text === "" ? null : Number(text)));

const fields = z.object({
  name: nameSchema,
  responseFormat: z.enum(responseFormats),
  detectionProbabilityMin: threshold,
  decisionPolicy: z.enum(decisionPolicies),
  similarityMin: threshold,
  saveImages: z.enum(saveImagesChoices),
  livenessCheck: z.enum(livenessChecks),
  qualityGate: z.enum(qualityGates),
  qualityProfile: z.enum(qualityProfiles),
  customQualityLimits: readQualityLimits,
  openBaseUrl: z.boolean(),
  allowedOrigins: z.string().transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== "")),
});

const schema = fields
  .refine(({ decisionPolicy, similarityMin }) => decisionPolicy !== "CUSTOM" || similarityMin !== null, {
    path: ["similarityMin"],
    error: "must be given for a threshold of your own",
  })
  .refine(({ qualityProfile, customQualityLimits }) => qualityProfile !== "CUSTOM" || customQualityLimits !== null, {
    path: ["customQualityLimits"],
    error: "must be given for limits of your own",
  });

const formatTexts = {
  V1: "services.formatV1",
  CLASSIC: "services.formatClassic",
} as const satisfies Record<(typeof responseFormats)[number], PlainMessageKey>;

const saveTexts = {
  INHERIT: "services.saveInherit",
  YES: "services.saveYes",
  NO: "services.saveNo",
} as const satisfies Record<(typeof saveImagesChoices)[number], PlainMessageKey>;

const valuesOf = ({ name, settings }: Service) => ({
  ...settings,
  name,
  detectionProbabilityMin: settings.detectionProbabilityMin?.toString() ?? "",
  similarityMin: settings.similarityMin?.toString() ?? "",
  customQualityLimits: qualityLimitsText(settings.customQualityLimits),
  allowedOrigins: settings.allowedOrigins.join(" "),
});

function useSettingsForm(service: Service) {
  const t = useTranslate();
  const toast = useToast();
  const change = useChange(changeService, { outdates: () => [serviceQueries.all] });
  return useValidForm({
    schema,
    values: valuesOf(service),
    submit: async ({ name, ...settings }) => {
      await change.mutateAsync({ id: service.id, name, settings });
      toast(t("services.settingsSaved"));
    },
  });
}

interface SettingsFormProps {
  readonly service: Service;
  readonly manages: boolean;
}

export function ServiceSettingsForm({ service, manages }: SettingsFormProps) {
  const t = useTranslate();
  const form = useSettingsForm(service);
  return (
    <Panel title={t("services.settingsTitle")} purpose={manages ? undefined : t("services.settingsForOthers")}>
      <Form label={t("services.settingsForm")} form={form} action={t("shared.save")} readOnly={!manages}>
        <TextField label={t("shared.name")} autoComplete="off" {...form.field("name")} />
        <SelectField
          label={t("services.format")}
          choices={responseFormats.map((format) => [format, t(formatTexts[format])] as const)}
          {...form.field("responseFormat")}
        />
        <TextField
          label={t("services.detectionThreshold")}
          inputMode="decimal"
          autoComplete="off"
          hint={t("services.detectionThresholdHint")}
          {...form.field("detectionProbabilityMin")}
        />
        <DecisionFields
          type={service.type}
          initial={service.settings.decisionPolicy}
          policy={form.field("decisionPolicy")}
          similarity={form.field("similarityMin")}
        />
        <LivenessField isShown={service.type === "LIVENESS"} check={form.field("livenessCheck")} />
        <QualityFields
          initial={service.settings.qualityProfile}
          hasGate={service.type === "RECOGNITION"}
          gate={form.field("qualityGate")}
          profile={form.field("qualityProfile")}
          limits={form.field("customQualityLimits")}
        />
        {service.type === "RECOGNITION" ? (
          <SelectField
            label={t("services.savePictures")}
            choices={saveImagesChoices.map((choice) => [choice, t(saveTexts[choice])] as const)}
            {...form.field("saveImages")}
          />
        ) : (
          <input type="hidden" name="saveImages" defaultValue={service.settings.saveImages} />
        )}
        <TextField
          label={t("services.origins")}
          autoComplete="off"
          hint={t("services.originsHint")}
          {...form.field("allowedOrigins")}
        />
        <CheckField
          label={t("services.openBaseUrl")}
          hint={t("services.openBaseUrlHint")}
          {...form.field("openBaseUrl")}
        />
      </Form>
    </Panel>
  );
}
