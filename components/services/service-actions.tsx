"use client";

import { useRouter } from "next/navigation";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { TypedConfirmation } from "@/components/shared/typed-confirmation";
import { useValidForm } from "@/components/shared/use-valid-form";
import { TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { cloneService, deleteService, type Service, serviceQueries } from "@/lib/client/services";
import { useChange } from "@/lib/client/use-change";
import { nameSchema } from "@/lib/domain/applications/schema";

const schema = z.object({ name: nameSchema });

interface ActionProps {
  readonly service: Service;
  readonly close: () => void;
}

function CloneForm({ service, close }: ActionProps) {
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

function DeleteConfirmation({ service, close }: ActionProps) {
  const t = useTranslate();
  const router = useRouter();
  const toast = useToast();
  const run = async (name: string) => {
    await deleteService({ id: service.id, name });
    router.push(`/applications/${service.applicationId}`);
    toast(t("services.deleted", { name: service.name }));
  };
  return (
    <TypedConfirmation
      name={service.name}
      consequence={t("services.deleteConsequence")}
      action={t("services.delete")}
      run={run}
      onCancel={close}
    />
  );
}

/** What can be done with a service as a whole. */
export function ServiceActions({ service }: { readonly service: Service }) {
  const t = useTranslate();
  return (
    <Panel title={t("services.actions")}>
      <div className="flex flex-wrap gap-3">
        <DialogButton label={t("services.clone")} title={t("services.clone")}>
          {(close) => <CloneForm service={service} close={close} />}
        </DialogButton>
        <DialogButton look="destructive" label={t("services.delete")} title={t("services.delete")}>
          {(close) => <DeleteConfirmation service={service} close={close} />}
        </DialogButton>
      </div>
    </Panel>
  );
}
