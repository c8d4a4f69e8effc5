"use client";

import { Plus } from "lucide-react";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { loadLater } from "@/components/shared/load-later";

const CreateServiceDialog = loadLater(async () => (await import("./create-service-dialog")).CreateServiceDialog);

/** Button and dialog for a new service; the dialog ends with its key. */
export function CreateService({ applicationId }: { readonly applicationId: string }) {
  const t = useTranslate();
  const label = (
    <>
      <Plus aria-hidden="true" className="size-4" />
      {t("services.create")}
    </>
  );
  return (
    <DialogButton look="primary" label={label} title={t("services.create")}>
      {(close) => <CreateServiceDialog applicationId={applicationId} close={close} />}
    </DialogButton>
  );
}
