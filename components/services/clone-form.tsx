"use client";

import { useRouter } from "next/navigation";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { cloneService, type Service, serviceQueries } from "@/lib/client/services";
import { useChange } from "@/lib/client/use-change";
import { nameSchema } from "@/lib/domain/applications/schema";

const schema = z.object({ name: nameSchema });

interface CloneFormProps {
  readonly service: Service;
  readonly close: () => void;
}

/** Makes a copy of a service and leads to it. */
export function CloneForm({ service, close }: CloneFormProps) {
  const t = useTranslate();
  const router = useRouter();
  const toast = useToast();
  const clone = useChange(cloneService, { outdates: () => [serviceQueries.list(service.applicationId).queryKey] });
  const form = useValidForm({
    schema,
    values: { name: "" },
    submit: async ({ name }) => {
      const { id } = await clone.mutateAsync({ id: service.id, name });
      router.push(`/services/${id}`);
      toast(t("services.cloned", { copy: name, name: service.name }));
    },
  });
  return (
    <Form label={t("services.clone")} form={form} action={t("services.cloneVerb")} onCancel={close}>
      <p>{t("services.cloneHelp")}</p>
      <TextField label={t("services.cloneName")} autoComplete="off" {...form.field("name")} />
    </Form>
  );
}
