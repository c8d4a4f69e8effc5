"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { loadLater } from "@/components/shared/load-later";
import { useToast } from "@/components/shared/toasts";
import { TypedConfirmation } from "@/components/shared/typed-confirmation";
import { Panel } from "@/components/ui/panel";
import { applicationQueries } from "@/lib/client/applications";
import { deleteService, type Service, serviceQueries } from "@/lib/client/services";

const CloneForm = loadLater(async () => (await import("./clone-form")).CloneForm);

interface ActionProps {
  readonly service: Service;
  readonly close: () => void;
}

function DeleteConfirmation({ service, close }: ActionProps) {
  const t = useTranslate();
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const run = async (name: string) => {
    await deleteService({ id: service.id, name });
    // Lists that were read a moment ago still have it, or count it.
    queryClient.removeQueries({ queryKey: serviceQueries.list(service.applicationId).queryKey });
    queryClient.removeQueries({ queryKey: applicationQueries.lists });
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
