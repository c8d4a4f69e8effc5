"use client";

import { useState } from "react";
import { z } from "zod";
import { NewKey } from "@/components/keys/new-key";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { applicationQueries } from "@/lib/client/applications";
import { type CreatedService, createService, serviceQueries } from "@/lib/client/services";
import { useChange } from "@/lib/client/use-change";
import { nameSchema } from "@/lib/domain/applications/schema";
import { serviceTypes } from "@/lib/domain/services/types";
import { serviceUses } from "./service-types";

const schema = z.object({ name: nameSchema, type: z.enum(serviceTypes, { error: "must be chosen" }) });

interface CreateFormProps {
  readonly applicationId: string;
  readonly onCreated: (service: CreatedService) => void;
  readonly onCancel: () => void;
}

function CreateForm({ applicationId, onCreated, onCancel }: CreateFormProps) {
  const t = useTranslate();
  const create = useChange(createService, {
    outdates: () => [serviceQueries.list(applicationId).queryKey, applicationQueries.all],
  });
  const form = useValidForm({
    schema,
    values: { name: "", type: "DETECTION" },
    submit: async (input) => onCreated(await create.mutateAsync({ applicationId, ...input })),
  });
  const { error, name, defaultValue } = form.field("type");
  return (
    <Form label={t("services.create")} form={form} action={t("shared.create")} onCancel={onCancel}>
      <TextField label={t("shared.name")} autoComplete="off" {...form.field("name")} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-sm">{t("services.type")}</legend>
        {serviceTypes.map((type) => (
          <label key={type} className="flex min-h-10 gap-3 rounded-md border border-border p-3 text-sm">
            <input
              type="radio"
              name={name}
              value={type}
              defaultChecked={type === defaultValue}
              className="mt-0.5 size-4 shrink-0 accent-primary"
            />
            <span>
              <span className="block font-medium">{t(`services.${type}`)}</span>
              <span className="text-muted-foreground">{t(serviceUses[type])}</span>
            </span>
          </label>
        ))}
        {error === undefined ? null : <p className="text-destructive text-sm first-letter:uppercase">{error}</p>}
      </fieldset>
    </Form>
  );
}

interface CreateServiceDialogProps {
  readonly applicationId: string;
  readonly close: () => void;
}

/** What the dialog for a new service holds; it ends with its key. */
export function CreateServiceDialog({ applicationId, close }: CreateServiceDialogProps) {
  const [created, setCreated] = useState<CreatedService | null>(null);
  if (created !== null) return <NewKey apiKey={created.key} serviceType={created.type} onDone={close} />;
  return <CreateForm applicationId={applicationId} onCreated={setCreated} onCancel={close} />;
}
