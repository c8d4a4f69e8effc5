"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { loadLater } from "@/components/shared/load-later";
import { QueryPanel } from "@/components/shared/query-panel";
import { TextLink } from "@/components/shared/text-link";
import { accountQueries } from "@/lib/client/accounts";

const NewPasswordForm = loadLater(async () => (await import("./new-password-form")).NewPasswordForm);

export function ResetPasswordForm() {
  const t = useTranslate();
  const options = useQuery(accountQueries.options());
  return (
    <QueryPanel query={options}>
      {({ passwordLengthMin }) => (
        <>
          <NewPasswordForm lengthMin={passwordLengthMin} />
          <p className="text-sm">
            <Message
              id="accounts.linkSpent"
              values={{ link: <TextLink href="/forgot-password">{t("accounts.askForAnother")}</TextLink> }}
            />
          </p>
        </>
      )}
    </QueryPanel>
  );
}
