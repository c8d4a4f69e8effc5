"use client";

import { useRouter } from "next/navigation";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { EmptyState } from "@/components/shared/empty-state";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { TypedConfirmation } from "@/components/shared/typed-confirmation";
import { useValidForm } from "@/components/shared/use-valid-form";
import { useMe } from "@/components/shell/me-context";
import { TextField } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { applicationQueries, deleteApplication, leaveApplication, renameApplication } from "@/lib/client/applications";
import { managesApplication } from "@/lib/client/permissions";
import { useChange } from "@/lib/client/use-change";
import { nameSchema } from "@/lib/domain/applications/schema";
import { useApplication } from "./application-context";

const schema = z.object({ name: nameSchema });
const outdates = () => [applicationQueries.all];

function RenamePanel() {
  const t = useTranslate();
  const { id, name } = useApplication();
  const toast = useToast();
  const rename = useChange(renameApplication, { outdates });
  const form = useValidForm({
    schema,
    values: { name },
    submit: async (input) => {
      await rename.mutateAsync({ id, ...input });
      toast(t("applications.renamed"));
    },
  });
  return (
    <Panel title={t("shared.name")}>
      <Form label={t("applications.renameForm")} form={form} action={t("applications.rename")}>
        <TextField label={t("shared.name")} autoComplete="off" {...form.field("name")} />
      </Form>
    </Panel>
  );
}

/** Leads back to the list and says there what was done. */
function useGone() {
  const router = useRouter();
  const toast = useToast();
  return (text: string) => {
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
