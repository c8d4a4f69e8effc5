"use client";

import { z } from "zod";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { SelectField, TextField } from "@/components/ui/field";
import { useChange } from "@/lib/client/use-change";
import { deleteUser, type User, userQueries } from "@/lib/client/users";
import { replacers } from "@/lib/domain/users/types";

const replacerChoices = [
  ["deleter", "To me"],
  ["owner", "To the owner of this server"],
] as const;

function DeleteForm({ user, close }: { readonly user: User; readonly close: () => void }) {
  const toast = useToast();
  const remove = useChange(deleteUser, { outdates: () => [userQueries.all] });
  const form = useValidForm({
    schema: z.object({
      email: z.literal(user.email, { error: `must be ${user.email}` }),
      replacer: z.enum(replacers),
    }),
    values: { email: "" as string, replacer: "deleter" },
    submit: async ({ replacer }) => {
      await remove.mutateAsync({ id: user.id, replacer });
      toast(`The account of ${user.email} is deleted.`);
    },
  });
  return (
    <Form label="Delete account" form={form} action="Delete account" destructive onCancel={close}>
      <p>The account is removed for good.</p>
      <SelectField label="Applications that they own go" choices={replacerChoices} {...form.field("replacer")} />
      <TextField label={`Type ${user.email} to confirm`} autoComplete="off" {...form.field("email")} />
    </Form>
  );
}

export function DeleteUser({ user }: { readonly user: User }) {
  return (
    <DialogButton label="Delete" aria-label={`Delete ${user.email}`} title="Delete account">
      {(close) => <DeleteForm user={user} close={close} />}
    </DialogButton>
  );
}
