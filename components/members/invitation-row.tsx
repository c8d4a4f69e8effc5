"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { RelativeTime } from "@/components/shared/relative-time";
import { Badge } from "@/components/ui/badge";
import { type Invitation, memberQueries, withdrawInvitation } from "@/lib/client/members";
import { useChange } from "@/lib/client/use-change";

interface InvitationRowProps {
  readonly applicationId: string;
  readonly invitation: Invitation;
  readonly manages: boolean;
}

export function InvitationRow({ applicationId, invitation, manages }: InvitationRowProps) {
  const t = useTranslate();
  const withdraw = useChange(withdrawInvitation, { outdates: () => [memberQueries.list(applicationId).queryKey] });
  const { id, email, role, expiresAt } = invitation;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="wrap-anywhere font-medium">
          {email} <Badge>{t(`roles.${role}`)}</Badge>
        </p>
        <p className="text-muted-foreground text-sm">
          <Message id="members.expires" values={{ when: <RelativeTime at={expiresAt} /> }} />
        </p>
      </div>
      {manages ? (
        <DialogButton
          label={t("members.withdraw")}
          aria-label={t("members.withdrawOf", { email })}
          title={t("members.withdrawInvitation")}
        >
          {(close) => (
            <Confirmation
              consequence={t("members.withdrawConsequence", { email })}
              action={t("members.withdrawInvitation")}
              run={() => withdraw.mutateAsync({ applicationId, invitationId: id })}
              onCancel={close}
            />
          )}
        </DialogButton>
      ) : null}
    </li>
  );
}
