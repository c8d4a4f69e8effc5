"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslate } from "@/components/language/language-provider";
import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { EmptyState } from "@/components/shared/empty-state";
import { loadLater } from "@/components/shared/load-later";
import { useToast } from "@/components/shared/toasts";
import { TypedConfirmation } from "@/components/shared/typed-confirmation";
import { useMe } from "@/components/shell/me-context";
import { Panel } from "@/components/ui/panel";
import { applicationQueries, deleteApplication, leaveApplication } from "@/lib/client/applications";
import { managesApplication } from "@/lib/client/permissions";
import { useApplication } from "./application-context";

const RenamePanel = loadLater(async () => (await import("./rename-panel")).RenamePanel);

/** Leads back to the list and says there what was done. */
function useGone() {
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  return (text: string) => {
    // One that was read a moment ago still has the application.
    queryClient.removeQueries({ queryKey: applicationQueries.lists });
    router.push("/applications");
    toast(text);
  };
}

function DeletePanel() {
  const t = useTranslate();
  const { id, name } = useApplication();
  const gone = useGone();
  const run = async (typed: string) => {
    await deleteApplication({ id, name: typed });
    gone(t("applications.deleted", { name }));
  };
  return (
    <Panel title={t("applications.deleteTitle")} purpose={t("applications.deletePurpose")}>
      <DialogButton look="destructive" label={t("applications.delete")} title={t("applications.delete")}>
        {(close) => (
          <TypedConfirmation
            name={name}
            consequence={t("applications.deleteConsequence")}
            action={t("applications.delete")}
            run={run}
            onCancel={close}
          />
        )}
      </DialogButton>
    </Panel>
  );
}

function LeavePanel() {
  const t = useTranslate();
  const { id, name } = useApplication();
  const gone = useGone();
  const run = async () => {
    await leaveApplication(id);
    gone(t("applications.left", { name }));
  };
  return (
    <Panel title={t("applications.leaveTitle")} purpose={t("applications.leavePurpose")}>
      <DialogButton label={t("applications.leave")} title={t("applications.leave")}>
        {(close) => (
          <Confirmation
            consequence={t("applications.leaveConsequence", { name })}
            action={t("applications.leave")}
            run={run}
            onCancel={close}
          />
        )}
      </DialogButton>
    </Panel>
  );
}

export function ApplicationSettings() {
  const t = useTranslate();
  const { globalRole } = useMe();
  const { role } = useApplication();
  const manages = managesApplication({ globalRole, role });
  const mayLeave = role === "ADMINISTRATOR" || role === "USER";
  return (
    <>
      {manages ? <RenamePanel /> : null}
      {mayLeave ? <LeavePanel /> : null}
      {manages ? <DeletePanel /> : <EmptyState title={t("applications.ownersOnly")} />}
    </>
  );
}
