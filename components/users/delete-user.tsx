"use client";

import { z } from "zod/mini";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { SelectField, TextField } from "@/components/ui/field";
import { useChange } from "@/lib/client/use-change";
import { deleteUser, type User, userQueries } from "@/lib/client/users";
import { replacers } from "@/lib/domain/users/types";

const replacerChoices = [
  ["deleter", "users.replacerDeleter"],
  ["owner", "users.replacerOwner"],
] as const;

function DeleteForm({ user, close }: { readonly user: User; readonly close: () => void }) {
  const t = useTranslate();
  const toast = useToast();
  const remove = useChange(deleteUser, { outdates: () => [userQueries.all] });
  const form = useValidForm({
    schema: z.object({
      email: z.literal(user.email, { error: t("shared.mustBe", { name: user.email }) }),
      replacer: z.enum(replacers),
    }),
    values: { email: "" as string, replacer: "deleter" },
    submit: async ({ replacer }) => {
      await remove.mutateAsync({ id: user.id, replacer });
      toast(t("users.deleted", { email: user.email }));
    },
  });
  return (
    <Form label={t("users.deleteAccount")} form={form} action={t("users.deleteAccount")} destructive onCancel={close}>
      <p>{t("users.deleteConsequence")}</p>
      <SelectField
        label={t("users.replacer")}
        choices={replacerChoices.map(([replacer, text]) => [replacer, t(text)] as const)}
        {...form.field("replacer")}
      />
      <TextField label={t("shared.typeToConfirm", { name: user.email })} autoComplete="off" {...form.field("email")} />
    </Form>
  );
}

export function DeleteUser({ user }: { readonly user: User }) {
  const t = useTranslate();
  return (
    <DialogButton
      label={t("users.delete")}
      aria-label={t("users.deleteOf", { email: user.email })}
      title={t("users.deleteAccount")}
    >
      {(close) => <DeleteForm user={user} close={close} />}
    </DialogButton>
  );
}
