"use client";

import { UserPlus } from "lucide-react";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { loadLater } from "@/components/shared/load-later";

const InviteForm = loadLater(async () => (await import("./invite-form")).InviteForm);

export function InviteMember({ applicationId }: { readonly applicationId: string }) {
  const t = useTranslate();
  const label = (
    <>
      <UserPlus aria-hidden="true" className="size-4" />
      {t("members.add")}
    </>
  );
  return (
    <DialogButton look="primary" label={label} title={t("members.add")}>
      {(close) => <InviteForm applicationId={applicationId} close={close} />}
    </DialogButton>
  );
}
