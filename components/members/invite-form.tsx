"use client";

import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
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
  ["USER", "members.asUser"],
  ["ADMINISTRATOR", "members.asAdministrator"],
] as const;

interface InviteFormProps {
  readonly applicationId: string;
  readonly close: () => void;
}

/** Adds who has an account, and invites by mail who has none. */
export function InviteForm({ applicationId, close }: InviteFormProps) {
  const t = useTranslate();
  const toast = useToast();
  const invite = useChange(inviteMember, { outdates: () => [memberQueries.list(applicationId).queryKey] });
  const form = useValidForm({
    schema,
    values: { email: "", role: "USER" },
    submit: async (input) => {
      await invite.mutateAsync({ applicationId, ...input });
      close();
      toast(t("members.added", { email: input.email }));
    },
  });
  return (
    <Form label={t("members.add")} form={form} action={t("members.add")} onCancel={close}>
      <TextField label={t("shared.email")} type="email" autoComplete="off" {...form.field("email")} />
      <SelectField
        label={t("members.role")}
        choices={roleChoices.map(([role, text]) => [role, t(text)] as const)}
        {...form.field("role")}
      />
    </Form>
  );
}
