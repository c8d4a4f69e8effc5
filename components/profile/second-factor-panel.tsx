"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { DialogButton } from "@/components/shared/dialog-button";
import { QueryPanel } from "@/components/shared/query-panel";
import { RelativeTime } from "@/components/shared/relative-time";
import { useToast } from "@/components/shared/toasts";
import { Panel } from "@/components/ui/panel";
import { meQueries, type SignInMethods } from "@/lib/client/me";
import { disableSecondFactor, renewRecoveryCodes } from "@/lib/client/second-factor";
import { useChange } from "@/lib/client/use-change";
import { ProofForm } from "./proof-form";
import { RecoveryCodes } from "./recovery-codes";
import { TurnOn } from "./turn-on";

const outdated = () => [meQueries.signInMethods().queryKey, meQueries.sessions().queryKey];

interface StateProps {
  readonly methods: SignInMethods;
  readonly onCodes: (recoveryCodes: readonly string[]) => void;
}

function OffState({ methods: { hasPassword }, onCodes }: StateProps) {
  const t = useTranslate();
  return (
    <>
      <p>{t("signInMethods.off")}</p>
      <TurnOn hasPassword={hasPassword} onOn={onCodes} />
    </>
  );
}

function TurnOff({ hasPassword }: { readonly hasPassword: boolean }) {
  const t = useTranslate();
  const toast = useToast();
  const disable = useChange(disableSecondFactor, { outdates: outdated });
  return (
    <DialogButton label={t("signInMethods.turnOff")} title={t("signInMethods.turnOffTitle")}>
      {(close) => (
        <ProofForm
          hasPassword={hasPassword}
          action={t("signInMethods.turnOff")}
          consequence={t("signInMethods.turnOffConsequence")}
          run={async (proof) => {
            await disable.mutateAsync(proof);
            toast(t("signInMethods.turnedOff"));
          }}
          onCancel={close}
        />
      )}
    </DialogButton>
  );
}

function OnState({ methods: { hasPassword, secondFactor }, onCodes }: StateProps) {
  const t = useTranslate();
  if (secondFactor === null) return null;
  const { enabledAt, recoveryCodesLeft: count } = secondFactor;
  return (
    <>
      <p>
        <Message id="signInMethods.on" values={{ when: <RelativeTime at={enabledAt} /> }} />{" "}
        {t("signInMethods.codesLeft", { count })}
      </p>
      <div className="flex flex-wrap gap-3">
        <DialogButton label={t("signInMethods.renew")} title={t("signInMethods.renewTitle")}>
          {(close) => (
            <ProofForm
              hasPassword={hasPassword}
              action={t("signInMethods.renew")}
              consequence={t("signInMethods.renewConsequence")}
              run={async (proof) => {
                onCodes((await renewRecoveryCodes(proof)).recoveryCodes);
              }}
              onCancel={close}
            />
          )}
        </DialogButton>
        <TurnOff hasPassword={hasPassword} />
      </div>
    </>
  );
}

/** The second factor of the reader's own account. New recovery codes stay until they are said to be kept. */
export function SecondFactorPanel() {
  const t = useTranslate();
  const queryClient = useQueryClient();
  const query = useQuery(meQueries.signInMethods());
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const show = (recoveryCodes: readonly string[]) => {
    setCodes(recoveryCodes);
    for (const queryKey of outdated()) void queryClient.invalidateQueries({ queryKey });
  };
  return (
    <Panel title={t("signInMethods.secondFactor")} purpose={t("signInMethods.secondFactorPurpose")}>
      {codes === null ? (
        <QueryPanel query={query}>
          {(methods) => {
            const State = methods.secondFactor === null ? OffState : OnState;
            return <State methods={methods} onCodes={show} />;
          }}
        </QueryPanel>
      ) : (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      )}
    </Panel>
  );
}
