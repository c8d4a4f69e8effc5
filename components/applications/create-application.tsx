"use client";

import { Plus } from "lucide-react";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { loadLater } from "@/components/shared/load-later";

const CreateApplicationForm = loadLater(async () => (await import("./create-application-form")).CreateApplicationForm);

/** Button and dialog for a new application. */
export function CreateApplication() {
  const t = useTranslate();
  const label = (
    <>
      <Plus aria-hidden="true" className="size-4" />
      {t("applications.create")}
    </>
  );
  return (
    <DialogButton look="primary" label={label} title={t("applications.create")}>
      {(close) => <CreateApplicationForm close={close} />}
    </DialogButton>
  );
}
