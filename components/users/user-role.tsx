"use client";

import { z } from "zod/mini";
import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
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
  ["USER", "users.asUser"],
  ["ADMINISTRATOR", "users.asAdministrator"],
] as const;
const allChoices = [...lesserChoices, ["OWNER", "users.asOwner"]] as const;

function RoleForm({ user, close }: { readonly user: User; readonly close: () => void }) {
  const t = useTranslate();
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
      toast(t("members.roleChanged", { email: user.email, role: t(`roles.${input.globalRole}`) }));
    },
  });
  const choices = me.globalRole === "OWNER" ? allChoices : lesserChoices;
  return (
    <Form label={t("members.changeRole")} form={form} action={t("members.changeRole")} onCancel={close}>
      <SelectField
        label={t("members.roleOf", { email: user.email })}
        choices={choices.map(([role, text]) => [role, t(text)] as const)}
        {...form.field("globalRole")}
      />
    </Form>
  );
}

export function UserRole({ user }: { readonly user: User }) {
  const t = useTranslate();
  return (
    <DialogButton
      label={t("members.changeRole")}
      aria-label={t("members.changeRoleOf", { email: user.email })}
      title={t("members.changeRole")}
    >
      {(close) => <RoleForm user={user} close={close} />}
    </DialogButton>
  );
}
