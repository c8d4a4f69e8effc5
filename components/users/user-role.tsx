"use client";

import { z } from "zod";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { roleNames } from "@/components/shared/role-names";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { useMe } from "@/components/shell/me-context";
import { SelectField } from "@/components/ui/field";
import { meQueries } from "@/lib/client/me";
import { useChange } from "@/lib/client/use-change";
import { changeUser, type User, userQueries } from "@/lib/client/users";
import { roles } from "@/lib/domain/users/types";

const schema = z.object({ globalRole: z.enum(roles) });

const lesserChoices = [
  ["USER", "User: sees the applications of which they are a member"],
  ["ADMINISTRATOR", "Administrator: sees and changes everything"],
] as const;
const allChoices = [...lesserChoices, ["OWNER", "Owner: moves the ownership of this server"]] as const;

function RoleForm({ user, close }: { readonly user: User; readonly close: () => void }) {
  const me = useMe();
  const toast = useToast();
  // A moved ownership leaves the reader an administrator.
  const change = useChange(changeUser, { outdates: () => [userQueries.all, meQueries.me().queryKey] });
  const form = useValidForm({
    schema,
    values: { globalRole: user.globalRole },
    submit: async (input) => {
      await change.mutateAsync({ id: user.id, ...input });
      close();
      toast(`${user.email} has the role ${roleNames[input.globalRole]} now.`);
    },
  });
  return (
    <Form label="Change role" form={form} action="Change role" onCancel={close}>
      <SelectField
        label={`Role of ${user.email}`}
        choices={me.globalRole === "OWNER" ? allChoices : lesserChoices}
        {...form.field("globalRole")}
      />
    </Form>
  );
}

export function UserRole({ user }: { readonly user: User }) {
  return (
    <DialogButton label="Change role" aria-label={`Change role of ${user.email}`} title="Change role">
      {(close) => <RoleForm user={user} close={close} />}
    </DialogButton>
  );
}
