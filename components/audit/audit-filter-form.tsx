"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod/mini";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { type FormField, useValidForm } from "@/components/shared/use-valid-form";
import { SelectField, TextField } from "@/components/ui/field";
import { applicationQueries } from "@/lib/client/applications";
import type { AuditFilter } from "@/lib/client/audit";

const schema = z.object({
  actor: z.string().check(z.trim()),
  action: z.string().check(z.trim()),
  objectId: z.string().check(z.trim()),
  applicationId: z.string(),
  from: z.string(),
  to: z.string(),
});

interface AuditFilterFormProps {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
  /** Whether the log is that of the installation, which can be narrowed to an application. */
  readonly isWhole: boolean;
}

function useApplicationChoices(chosen: string) {
  const t = useTranslate();
  const { data } = useQuery(applicationQueries.list({ search: "", page: 0 }));
  const found = (data?.items ?? []).map(({ id, name }) => [id, name] as const);
  // One that is gone, or far down the list, can be in the address.
  const isListed = chosen === "" || found.some(([id]) => id === chosen);
  return [["", t("audit.anyApplication")] as const, ...found, ...(isListed ? [] : [[chosen, chosen] as const])];
}

/** Which application; what is chosen stays when the list of them is read again, or comes only then. */
function ApplicationField({ defaultValue = "", ...field }: FormField) {
  const t = useTranslate();
  const [chosen, setChosen] = useState(defaultValue);
  return (
    <SelectField
      {...field}
      label={t("audit.application")}
      choices={useApplicationChoices(chosen)}
      value={chosen}
      onChange={({ target }) => setChosen(target.value)}
    />
  );
}

/** What narrows the log down. Its fields begin with `filter` and do not follow it. */
export function AuditFilterForm({ filter, onFilter, isWhole }: AuditFilterFormProps) {
  const t = useTranslate();
  const form = useValidForm({ schema, values: filter, submit: async (chosen) => onFilter(chosen) });
  return (
    <Form label={t("audit.filters")} form={form} action={t("audit.filter")}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField label={t("audit.actor")} hint={t("audit.actorHint")} autoComplete="off" {...form.field("actor")} />
        <TextField
          label={t("audit.action")}
          hint={t("audit.actionHint")}
          autoComplete="off"
          {...form.field("action")}
        />
        <TextField
          label={t("audit.object")}
          hint={t("audit.objectHint")}
          autoComplete="off"
          {...form.field("objectId")}
        />
        {isWhole ? <ApplicationField {...form.field("applicationId")} /> : null}
        <TextField label={t("audit.from")} type="date" {...form.field("from")} />
        <TextField label={t("audit.to")} type="date" {...form.field("to")} />
      </div>
    </Form>
  );
}
