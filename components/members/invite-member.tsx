"use client";

import { UserPlus } from "lucide-react";
import { z } from "zod";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { SelectField, TextField } from "@/components/ui/field";
import { inviteMember, memberQueries } from "@/lib/client/members";
import { useChange } from "@/lib/client/use-change";
import { invitableRoles } from "@/lib/domain/members/types";
import { emailSchema } from "@/lib/domain/users/schema";

const schema = z.object({ email: emailSchema, role: z.enum(invitableRoles) });

const roleChoices = [
  ["USER", "User: sees services and keys"],
  ["ADMINISTRATOR", "Administrator: also changes them"],
] as const;

interface InviteFormProps {
  readonly applicationId: string;
  readonly close: () => void;
}

function InviteForm({ applicationId, close }: InviteFormProps) {
  const toast = useToast();
  const invite = useChange(inviteMember, { outdates: () => [memberQueries.list(applicationId).queryKey] });
  const form = useValidForm({
    schema,
    values: { email: "", role: "USER" },
    submit: async (input) => {
      await invite.mutateAsync({ applicationId, ...input });
      close();
      toast(`${input.email} is added, or invited if there is no such account yet.`);
    },
  });
  return (
    <Form label="Add member" form={form} action="Add member" onCancel={close}>
      <TextField label="E-mail" type="email" autoComplete="off" {...form.field("email")} />
      <SelectField label="Role" choices={roleChoices} {...form.field("role")} />
    </Form>
  );
}

export function InviteMember({ applicationId }: { readonly applicationId: string }) {
  const label = (
    <>
      <UserPlus aria-hidden="true" className="size-4" />
      Add member
    </>
  );
  return (
    <DialogButton look="primary" label={label} title="Add member">
      {(close) => <InviteForm applicationId={applicationId} close={close} />}
    </DialogButton>
  );
}
