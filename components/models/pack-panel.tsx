"use client";

import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { Pack } from "@/lib/client/model-packs";
import { ChooseForm } from "./choose-form";

const fileTexts = {
  included: "models.filesIncluded",
  there: "models.filesThere",
  downloadable: "models.filesDownloadable",
  missing: "models.filesMissing",
} as const satisfies Record<Pack["files"]["state"], string>;

interface PackPanelProps {
  readonly pack: Pack;
  readonly isRunning: boolean;
  readonly isWanted: boolean;
  readonly isChoosable: boolean;
}

/** One pack: what it asks for, whether its files are there, and the way to choose it. */
export function PackPanel({ pack, isRunning, isWanted, isChoosable }: PackPanelProps) {
  const t = useTranslate();
  const { title, files } = pack;
  const choose = (
    <DialogButton
      label={t("models.choose")}
      aria-label={t("models.chooseOf", { title })}
      title={t("models.chooseOf", { title })}
    >
      {(close) => <ChooseForm pack={pack} close={close} />}
    </DialogButton>
  );
  return (
    <Panel title={title} action={isChoosable ? choose : undefined}>
      <p className="flex flex-wrap gap-2">
        <Badge>{pack.id}</Badge>
        {isRunning ? <Badge>{t("models.answers")}</Badge> : null}
        {isWanted && !isRunning ? <Badge>{t("models.wanted")}</Badge> : null}
        <Badge>{t(pack.isCommercialUseAllowed ? "models.commercial" : "models.notCommercial")}</Badge>
      </p>
      <p className="text-sm">
        {t("models.licence")} <span lang="en">{pack.licence}</span>
      </p>
      <p className="text-sm">{t(fileTexts[files.state])}</p>
      {files.missing.length === 0 ? null : (
        <ul aria-label={t("models.missingOf", { title })} className="flex flex-col gap-1 text-sm">
          {files.missing.map((file) => (
            <li key={file}>
              <code className="break-all">{file}</code>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
