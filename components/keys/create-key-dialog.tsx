"use client";

import { useState } from "react";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useValidForm } from "@/components/shared/use-valid-form";
import { CheckField, SelectField, TextField } from "@/components/ui/field";
import { createKey, keyQueries } from "@/lib/client/api-keys";
import { useChange } from "@/lib/client/use-change";
import { keyScopes } from "@/lib/domain/api-keys/types";
import { nameSchema } from "@/lib/domain/applications/schema";
import type { ServiceType } from "@/lib/domain/services/types";
import { NewKey } from "./new-key";

const dayMs = 86_400_000;

const schema = z.object({
  name: nameSchema,
  read: z.boolean(),
  enrol: z.boolean(),
  delete: z.boolean(),
  lifetimeDays: z.string().transform(Number),
});

const lifetimesDays = [7, 30] as const;

interface CreateKeyDialogProps {
  readonly serviceId: string;
  readonly serviceType: ServiceType;
  readonly close: () => void;
}

interface CreateKeyFormProps {
  readonly serviceId: string;
  readonly onCreated: (apiKey: string) => void;
  readonly onCancel: () => void;
}

const expiry = (lifetimeDays: number) =>
  lifetimeDays === 0 ? {} : { expiresAt: new Date(Date.now() + lifetimeDays * dayMs).toISOString() };

function CreateKeyForm({ serviceId, onCreated, onCancel }: CreateKeyFormProps) {
  const t = useTranslate();
  const create = useChange(createKey, { outdates: () => [keyQueries.list(serviceId).queryKey] });
  const form = useValidForm({
    schema: schema.refine((chosen) => keyScopes.some((scope) => chosen[scope]), {
      path: ["read"],
      error: "at least one of these must be chosen",
    }),
    values: { name: "", read: true, enrol: false, delete: false, lifetimeDays: "0" },
    submit: async ({ name, lifetimeDays, ...chosen }) => {
      const scopes = keyScopes.filter((scope) => chosen[scope]);
      const { key } = await create.mutateAsync({ serviceId, name, scopes, ...expiry(lifetimeDays) });
      onCreated(key);
    },
  });
  const lifetimeChoices = [
    ["0", t("keys.never")] as const,
    ...lifetimesDays.map((days) => [String(days), t("keys.inDays", { days })] as const),
    ["365", t("keys.inYear")] as const,
  ];
  return (
    <Form label={t("keys.create")} form={form} action={t("shared.create")} onCancel={onCancel}>
      <TextField label={t("shared.name")} autoComplete="off" {...form.field("name")} />
      <fieldset>
        <legend className="font-medium text-sm">{t("keys.may")}</legend>
        <CheckField label={t("keys.mayRead")} {...form.field("read")} />
        <CheckField label={t("keys.mayEnrol")} {...form.field("enrol")} />
        <CheckField label={t("keys.mayDelete")} {...form.field("delete")} />
      </fieldset>
      <SelectField label={t("keys.lifetime")} choices={lifetimeChoices} {...form.field("lifetimeDays")} />
    </Form>
  );
}

/** What the dialog for a new key holds; it ends with the key. */
export function CreateKeyDialog({ serviceId, serviceType, close }: CreateKeyDialogProps) {
  const [apiKey, setApiKey] = useState<string | null>(null);
  if (apiKey !== null) return <NewKey apiKey={apiKey} serviceType={serviceType} onDone={close} />;
  return <CreateKeyForm serviceId={serviceId} onCreated={setApiKey} onCancel={close} />;
}
