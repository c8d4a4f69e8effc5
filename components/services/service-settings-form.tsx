"use client";

import { z } from "zod";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { CheckField, SelectField, TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { changeService, type Service, serviceQueries } from "@/lib/client/services";
import { useChange } from "@/lib/client/use-change";
import { nameSchema } from "@/lib/domain/applications/schema";
import { decisionPolicies, responseFormats, saveImagesChoices } from "@/lib/domain/services/types";
import { DecisionFields } from "./decision-fields";

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
  openBaseUrl: z.boolean(),
  allowedOrigins: z.string().transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== "")),
});

const schema = fields.refine(
  ({ decisionPolicy, similarityMin }) => decisionPolicy !== "CUSTOM" || similarityMin !== null,
  { path: ["similarityMin"], error: "must be given for a threshold of your own" },
);

const formatChoices = [
  ["V1", "Version 1: gender and age as objects"],
  ["CLASSIC", "Classic: plain ages and genders"],
] as const satisfies readonly (readonly [(typeof responseFormats)[number], string])[];

const saveChoices = [
  ["INHERIT", "As the server is set up"],
  ["YES", "Yes"],
  ["NO", "No"],
] as const satisfies readonly (readonly [(typeof saveImagesChoices)[number], string])[];

const valuesOf = ({ name, settings }: Service) => ({
  ...settings,
  name,
  detectionProbabilityMin: settings.detectionProbabilityMin?.toString() ?? "",
  similarityMin: settings.similarityMin?.toString() ?? "",
  allowedOrigins: settings.allowedOrigins.join(" "),
});

function useSettingsForm(service: Service) {
  const toast = useToast();
  const change = useChange(changeService, { outdates: () => [serviceQueries.all] });
  return useValidForm({
    schema,
    values: valuesOf(service),
    submit: async ({ name, ...settings }) => {
      await change.mutateAsync({ id: service.id, name, settings });
      toast("The settings are saved.");
    },
  });
}

interface SettingsFormProps {
  readonly service: Service;
  readonly manages: boolean;
}

export function ServiceSettingsForm({ service, manages }: SettingsFormProps) {
  const form = useSettingsForm(service);
  return (
    <Panel
      title="Settings"
      purpose={manages ? undefined : "Owners and administrators of the application change these."}
    >
      <Form label="Service settings" form={form} action="Save" readOnly={!manages}>
        <TextField label="Name" autoComplete="off" {...form.field("name")} />
        <SelectField label="Response format" choices={formatChoices} {...form.field("responseFormat")} />
        <TextField
          label="Detection threshold"
          inputMode="decimal"
          autoComplete="off"
          hint="0 to 1; empty follows the detector. A request can ask for another one."
          {...form.field("detectionProbabilityMin")}
        />
        <DecisionFields
          initial={service.settings.decisionPolicy}
          policy={form.field("decisionPolicy")}
          similarity={form.field("similarityMin")}
        />
        <SelectField label="Keep pictures" choices={saveChoices} {...form.field("saveImages")} />
        <TextField
          label="Allowed origins"
          autoComplete="off"
          hint="Web pages that may call from a browser, such as https://app.example, separated by blanks. Empty: any."
          {...form.field("allowedOrigins")}
        />
        <CheckField
          label="Answer under a base address that contains the key"
          hint="At /k/<api key>/, for clients that cannot send the key in a header. Addresses end up in logs more easily."
          {...form.field("openBaseUrl")}
        />
      </Form>
    </Panel>
  );
}
