"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import type { PlainMessageKey } from "@/components/language/message-types";
import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { RelativeTime } from "@/components/shared/relative-time";
import { useMe } from "@/components/shell/me-context";
import { Badge } from "@/components/ui/badge";
import { useChange } from "@/lib/client/use-change";
import { changeUser, type User, userQueries } from "@/lib/client/users";
import type { UserStatus } from "@/lib/domain/users/types";
import { DeleteUser } from "./delete-user";
import { ResetSecondFactor } from "./reset-second-factor";
import { UserRole } from "./user-role";

const outdates = () => [userQueries.all];

const disabling = {
  button: "users.disable",
  name: "users.disableOf",
  title: "users.disableAccount",
  consequence: "users.disableConsequence",
} as const;
const enabling = {
  button: "users.enable",
  name: "users.enableOf",
  title: "users.enableAccount",
  consequence: "users.enableConsequence",
} as const;

function DisableButton({ user }: { readonly user: User }) {
  const t = useTranslate();
  const change = useChange(changeUser, { outdates });
  const isDisabled = user.status === "DISABLED";
  const texts = isDisabled ? enabling : disabling;
  const { email } = user;
  return (
    <DialogButton label={t(texts.button)} aria-label={t(texts.name, { email })} title={t(texts.title)}>
      {(close) => (
        <Confirmation
          consequence={t(texts.consequence, { email })}
          action={t(texts.title)}
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
  DISABLED: "users.DISABLED",
  UNVERIFIED: "users.UNVERIFIED",
} as const satisfies Record<UserStatus, PlainMessageKey | null>;

/** One account. Nobody changes their own, and only the owner hands the owner's role on. */
export function UserRow({ user }: { readonly user: User }) {
  const t = useTranslate();
  const me = useMe();
  const isChangeable = user.id !== me.id && user.globalRole !== "OWNER";
  const status = statusNames[user.status];
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-4">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2 break-words font-medium">
          {`${user.firstName} ${user.lastName}`}
          <Badge>{t(`roles.${user.globalRole}`)}</Badge>
          {status === null ? null : <Badge>{t(status)}</Badge>}
        </p>
        <p className="wrap-anywhere text-muted-foreground text-sm">
          <Message id="users.joined" values={{ email: user.email, when: <RelativeTime at={user.createdAt} /> }} />
        </p>
      </div>
      {isChangeable ? (
        <div className="flex flex-wrap gap-2">
          <UserRole user={user} />
          <DisableButton user={user} />
          {user.hasSecondFactor ? <ResetSecondFactor user={user} /> : null}
          <DeleteUser user={user} />
        </div>
      ) : null}
    </li>
  );
}
