"use client";

import { Plus } from "lucide-react";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { loadLater } from "@/components/shared/load-later";
import type { ServiceType } from "@/lib/domain/services/types";

const CreateKeyDialog = loadLater(async () => (await import("./create-key-dialog")).CreateKeyDialog);

interface CreateKeyProps {
  readonly serviceId: string;
  readonly serviceType: ServiceType;
}

/** Button and dialog for a key beside the primary one. */
export function CreateKey(props: CreateKeyProps) {
  const t = useTranslate();
  const label = (
    <>
      <Plus aria-hidden="true" className="size-4" />
      {t("keys.create")}
    </>
  );
  return (
    <DialogButton label={label} title={t("keys.create")}>
      {(close) => <CreateKeyDialog {...props} close={close} />}
    </DialogButton>
  );
}
