"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { loadLater } from "@/components/shared/load-later";
import { QueryPanel } from "@/components/shared/query-panel";
import { TextLink } from "@/components/shared/text-link";
import { Alert } from "@/components/ui/alert";
import { accountQueries } from "@/lib/client/accounts";
import { CheckYourMail } from "./check-your-mail";
import { ProviderLink } from "./provider-link";

const SignUpFields = loadLater(async () => (await import("./sign-up-fields")).SignUpFields);

export function SignUpForm() {
  const t = useTranslate();
  const options = useQuery(accountQueries.options());
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  if (mailedTo !== null) return <CheckYourMail email={mailedTo} />;
  return (
    <QueryPanel query={options}>
      {(known) => (
        <>
          {known.isFirstAccount ? (
            <Alert kind="note" title={t("accounts.firstAccount")}>
              <p>{t("accounts.firstAccountHelp")}</p>
            </Alert>
          ) : null}
          {known.oidcName === null ? null : <ProviderLink name={known.oidcName} purpose="signUpWith" />}
          <SignUpFields options={known} onMailed={setMailedTo} />
          <p className="text-sm">
            <Message
              id="accounts.haveAccount"
              values={{ link: <TextLink href="/sign-in">{t("accounts.signIn")}</TextLink> }}
            />
          </p>
        </>
      )}
    </QueryPanel>
  );
}
