"use client";

import { useRouter } from "next/navigation";
import { z } from "zod";
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
  const { id, name } = useApplication();
  const toast = useToast();
  const rename = useChange(renameApplication, { outdates });
  const form = useValidForm({
    schema,
    values: { name },
    submit: async (input) => {
      await rename.mutateAsync({ id, ...input });
      toast("The application has its new name.");
    },
  });
  return (
    <Panel title="Name">
      <Form label="Rename application" form={form} action="Rename">
        <TextField label="Name" autoComplete="off" {...form.field("name")} />
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
  const { id, name } = useApplication();
  const gone = useGone();
  const run = async (typed: string) => {
    await deleteApplication({ id, name: typed });
    gone(`${name} is deleted.`);
  };
  return (
    <Panel
      title="Delete"
      purpose="Removes the application with its services, their keys and everything stored in them."
    >
      <DialogButton look="destructive" label="Delete application" title="Delete application">
        {(close) => (
          <TypedConfirmation
            name={name}
            consequence="All its services stop answering at once. This cannot be undone."
            action="Delete application"
            run={run}
            onCancel={close}
          />
        )}
      </DialogButton>
    </Panel>
  );
}

function LeavePanel() {
  const { id, name } = useApplication();
  const gone = useGone();
  const run = async () => {
    await leaveApplication(id);
    gone(`You left ${name}.`);
  };
  return (
    <Panel title="Leave" purpose="You lose access. The owner can add you again.">
      <DialogButton label="Leave application" title="Leave application">
        {(close) => (
          <Confirmation
            consequence={`You will no longer see ${name} and its services.`}
            action="Leave application"
            run={run}
            onCancel={close}
          />
        )}
      </DialogButton>
    </Panel>
  );
}

export function ApplicationSettings() {
  const { globalRole } = useMe();
  const { role } = useApplication();
  const manages = managesApplication({ globalRole, role });
  const mayLeave = role === "ADMINISTRATOR" || role === "USER";
  return (
    <>
      {manages ? <RenamePanel /> : null}
      {mayLeave ? <LeavePanel /> : null}
      {manages ? <DeletePanel /> : <EmptyState title="Only the owner can rename or delete this application." />}
    </>
  );
}
