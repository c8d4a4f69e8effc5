"use client";

import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { useTranslate } from "@/components/language/language-provider";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { SelectField, TextField } from "@/components/ui/field";
import { accountQueries } from "@/lib/client/accounts";
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

/** Adds who has an account, and invites who has none: by mail, or else the reader has to tell them. */
export function InviteForm({ applicationId, close }: InviteFormProps) {
  const t = useTranslate();
  const toast = useToast();
  const invite = useChange(inviteMember, { outdates: () => [memberQueries.list(applicationId).queryKey] });
  const { data: options } = useQuery(accountQueries.options());
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
      <TextField
        label={t("shared.email")}
        type="email"
        autoComplete="off"
        hint={options?.mailEnabled === false ? t("members.noMail") : undefined}
        {...form.field("email")}
      />
      <SelectField
        label={t("members.role")}
        choices={roleChoices.map(([role, text]) => [role, t(text)] as const)}
        {...form.field("role")}
      />
    </Form>
  );
}
