"use client";

import { z } from "zod/mini";
import { useTranslate } from "@/components/language/language-provider";
import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { Form } from "@/components/shared/form";
import { useToast } from "@/components/shared/toasts";
import { useValidForm } from "@/components/shared/use-valid-form";
import { useMe } from "@/components/shell/me-context";
import { Badge } from "@/components/ui/badge";
import { SelectField } from "@/components/ui/field";
import { applicationQueries } from "@/lib/client/applications";
import { changeMemberRole, type Member, memberQueries, removeMember } from "@/lib/client/members";
import { useChange } from "@/lib/client/use-change";
import { roles } from "@/lib/domain/users/types";

const schema = z.object({ role: z.enum(roles) });

const roleChoices = [
  ["USER", "roles.USER"],
  ["ADMINISTRATOR", "roles.ADMINISTRATOR"],
  ["OWNER", "members.asOwner"],
] as const;

interface MemberProps {
  readonly applicationId: string;
  readonly member: Member;
}

function RoleForm({ applicationId, member, close }: MemberProps & { readonly close: () => void }) {
  const t = useTranslate();
  const toast = useToast();
  // A moved ownership also changes what the reader may do here.
  const change = useChange(changeMemberRole, {
    outdates: () => [memberQueries.list(applicationId).queryKey, applicationQueries.all],
  });
  const form = useValidForm({
    schema,
    values: { role: member.role },
    submit: async ({ role }) => {
      await change.mutateAsync({ applicationId, userId: member.userId, role });
      close();
      toast(t("members.roleChanged", { email: member.email, role: t(`roles.${role}`) }));
    },
  });
  return (
    <Form label={t("members.changeRole")} form={form} action={t("members.changeRole")} onCancel={close}>
      <SelectField
        label={t("members.roleOf", { email: member.email })}
        hint={t("members.ownerHint")}
        choices={roleChoices.map(([role, text]) => [role, t(text)] as const)}
        {...form.field("role")}
      />
    </Form>
  );
}

function MemberActions({ applicationId, member }: MemberProps) {
  const t = useTranslate();
  const remove = useChange(removeMember, { outdates: () => [memberQueries.list(applicationId).queryKey] });
  const { email, userId } = member;
  return (
    <div className="flex flex-wrap gap-2">
      <DialogButton
        label={t("members.changeRole")}
        aria-label={t("members.changeRoleOf", { email })}
        title={t("members.changeRole")}
      >
        {(close) => <RoleForm applicationId={applicationId} member={member} close={close} />}
      </DialogButton>
      <DialogButton
        label={t("members.remove")}
        aria-label={t("members.removeOf", { email })}
        title={t("members.removeMember")}
      >
        {(close) => (
          <Confirmation
            consequence={t("members.removeConsequence", { email })}
            action={t("members.removeMember")}
            run={() => remove.mutateAsync({ applicationId, userId })}
            onCancel={close}
          />
        )}
      </DialogButton>
    </div>
  );
}

/** One member; the owner and the reader themselves are changed by other means (hand over, leave). */
export function MemberRow({ manages, ...props }: MemberProps & { readonly manages: boolean }) {
  const t = useTranslate();
  const me = useMe();
  const { member } = props;
  const isChangeable = manages && member.role !== "OWNER" && member.userId !== me.id;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="break-words font-medium">
          {`${member.firstName} ${member.lastName}`} <Badge>{t(`roles.${member.role}`)}</Badge>
        </p>
        <p className="wrap-anywhere text-muted-foreground text-sm">{member.email}</p>
      </div>
      {isChangeable ? <MemberActions {...props} /> : null}
    </li>
  );
}
