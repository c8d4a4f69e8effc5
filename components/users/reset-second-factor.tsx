"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Confirmation } from "@/components/shared/confirmation";
import { DialogButton } from "@/components/shared/dialog-button";
import { useToast } from "@/components/shared/toasts";
import { useChange } from "@/lib/client/use-change";
import { resetSecondFactor, type User, userQueries } from "@/lib/client/users";

/** For a user who lost the app and the recovery codes. */
export function ResetSecondFactor({ user: { id, email } }: { readonly user: User }) {
  const t = useTranslate();
  const toast = useToast();
  const reset = useChange(resetSecondFactor, { outdates: () => [userQueries.all] });
  const action = t("signInMethods.reset");
  return (
    <DialogButton label={action} aria-label={t("signInMethods.resetOf", { email })} title={action}>
      {(close) => (
        <Confirmation
          consequence={t("signInMethods.resetConsequence", { email })}
          action={action}
          run={async () => {
            await reset.mutateAsync(id);
            toast(t("signInMethods.wasReset", { email }));
          }}
          onCancel={close}
        />
      )}
    </DialogButton>
  );
}
