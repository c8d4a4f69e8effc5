"use client";

import { useRouter } from "next/navigation";
import { z } from "zod";
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
  const router = useRouter();
  const toast = useToast();
  const clone = useChange(cloneService, { outdates: () => [serviceQueries.list(service.applicationId).queryKey] });
  const form = useValidForm({
    schema,
    values: { name: "" },
    submit: async ({ name }) => {
      const { id } = await clone.mutateAsync({ id: service.id, name });
      router.push(`/services/${id}`);
      toast(`${name} is a copy of ${service.name}.`);
    },
  });
  return (
    <Form label="Clone service" form={form} action="Clone" onCancel={close}>
      <p>The copy has the same type, settings and collection, and a key of its own.</p>
      <TextField label="Name of the copy" autoComplete="off" {...form.field("name")} />
    </Form>
  );
}

function DeleteConfirmation({ service, close }: ActionProps) {
  const router = useRouter();
  const toast = useToast();
  const run = async (name: string) => {
    await deleteService({ id: service.id, name });
    router.push(`/applications/${service.applicationId}`);
    toast(`${service.name} is deleted.`);
  };
  return (
    <TypedConfirmation
      name={service.name}
      consequence="Its keys stop working at once, and everything stored in it is removed. This cannot be undone."
      action="Delete service"
      run={run}
      onCancel={close}
    />
  );
}

/** What can be done with a service as a whole. */
export function ServiceActions({ service }: { readonly service: Service }) {
  return (
    <Panel title="Clone or delete">
      <div className="flex flex-wrap gap-3">
        <DialogButton label="Clone service" title="Clone service">
          {(close) => <CloneForm service={service} close={close} />}
        </DialogButton>
        <DialogButton look="destructive" label="Delete service" title="Delete service">
          {(close) => <DeleteConfirmation service={service} close={close} />}
        </DialogButton>
      </div>
    </Panel>
  );
}
