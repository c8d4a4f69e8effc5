"use client";

import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { RelativeTime } from "@/components/shared/relative-time";
import { roleNames } from "@/components/shared/role-names";
import { useMe } from "@/components/shell/me-context";
import { Badge } from "@/components/ui/badge";
import { useChange } from "@/lib/client/use-change";
import { changeUser, type User, userQueries } from "@/lib/client/users";
import type { UserStatus } from "@/lib/domain/users/types";
import { DeleteUser } from "./delete-user";
import { UserRole } from "./user-role";

const outdates = () => [userQueries.all];

function DisableButton({ user }: { readonly user: User }) {
  const change = useChange(changeUser, { outdates });
  const isDisabled = user.status === "DISABLED";
  const verb = isDisabled ? "Enable" : "Disable";
  return (
    <DialogButton label={verb} aria-label={`${verb} ${user.email}`} title={`${verb} account`}>
      {(close) => (
        <Confirmation
          consequence={
            isDisabled
              ? `${user.email} can sign in again.`
              : `${user.email} is signed out everywhere and cannot sign in until the account is enabled again.`
          }
          action={`${verb} account`}
          run={async () => {
            await change.mutateAsync({ id: user.id, status: isDisabled ? "ACTIVE" : "DISABLED" });
            close();
          }}
          onCancel={close}
        />
      )}
    </DialogButton>
  );
}

const statusNames = {
  ACTIVE: null,
  DISABLED: "Disabled",
  UNVERIFIED: "Address not confirmed",
} as const satisfies Record<UserStatus, string | null>;

/** One account. Nobody changes their own, and only the owner hands the owner's role on. */
export function UserRow({ user }: { readonly user: User }) {
  const me = useMe();
  const isChangeable = user.id !== me.id && user.globalRole !== "OWNER";
  const status = statusNames[user.status];
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-4">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2 break-words font-medium">
          {`${user.firstName} ${user.lastName}`}
          <Badge>{roleNames[user.globalRole]}</Badge>
          {status === null ? null : <Badge>{status}</Badge>}
        </p>
        <p className="break-all text-muted-foreground text-sm">
          {user.email}, joined <RelativeTime at={user.createdAt} />
        </p>
      </div>
      {isChangeable ? (
        <div className="flex flex-wrap gap-2">
          <UserRole user={user} />
          <DisableButton user={user} />
          <DeleteUser user={user} />
        </div>
      ) : null}
    </li>
  );
}
