"use client";

import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { RelativeTime } from "@/components/shared/relative-time";
import { roleNames } from "@/components/shared/role-names";
import { Badge } from "@/components/ui/badge";
import { type Invitation, memberQueries, withdrawInvitation } from "@/lib/client/members";
import { useChange } from "@/lib/client/use-change";

interface InvitationRowProps {
  readonly applicationId: string;
  readonly invitation: Invitation;
  readonly manages: boolean;
}

export function InvitationRow({ applicationId, invitation, manages }: InvitationRowProps) {
  const withdraw = useChange(withdrawInvitation, { outdates: () => [memberQueries.list(applicationId).queryKey] });
  const { id, email, role, expiresAt } = invitation;
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div className="min-w-0">
        <p className="break-all font-medium">
          {email} <Badge>{roleNames[role]}</Badge>
        </p>
        <p className="text-muted-foreground text-sm">
          Expires <RelativeTime at={expiresAt} />
        </p>
      </div>
      {manages ? (
        <DialogButton label="Withdraw" aria-label={`Withdraw the invitation of ${email}`} title="Withdraw invitation">
          {(close) => (
            <Confirmation
              consequence={`The link that ${email} got will no longer work.`}
              action="Withdraw invitation"
              run={() => withdraw.mutateAsync({ applicationId, invitationId: id })}
              onCancel={close}
            />
          )}
        </DialogButton>
      ) : null}
    </li>
  );
}
