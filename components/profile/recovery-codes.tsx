"use client";

import { useTranslate } from "@/components/language/language-provider";
import { CopyButton } from "@/components/shared/copy-button";
import { useFocusHeir } from "@/components/shared/use-focus-heir";
import { Alert } from "@/components/ui/alert";
import { Button, buttonClass } from "@/components/ui/button";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** The codes, for the only time that they can be seen. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const t = useTranslate();
  const root = useFocusHeir();
  const text = codes.join("\n");
  return (
    <div ref={root} className="flex flex-col gap-4">
      <Alert kind="note" title={t("signInMethods.keepCodes")}>
        <p>{t("signInMethods.keepCodesPurpose")}</p>
      </Alert>
      <ul aria-label={t("signInMethods.recoveryCodes")} className="grid gap-x-8 gap-y-2 font-mono sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={text} label={t("signInMethods.recoveryCodes")} />
        <a
          className={buttonClass("secondary")}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download="mien-recovery-codes.txt"
        >
          {t("signInMethods.download")}
        </a>
        <Button look="primary" onClick={onKept}>
          {t("signInMethods.kept")}
        </Button>
      </div>
    </div>
  );
}
