"use client";

import { useTranslate } from "@/components/language/language-provider";
import { DialogButton } from "@/components/shared/dialog-button";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { Pack } from "@/lib/client/model-packs";
import { ChooseForm } from "./choose-form";
import { DownloadProgress } from "./download-progress";

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
  /** Whether a download of its files may be ended by who looks at it. */
  readonly isCancellable: boolean;
}

/** Its licence has to be accepted with each try: another owner may have begun the one that failed. */
function ChooseButton({ pack }: { readonly pack: Pack }) {
  const t = useTranslate();
  const { title, download } = pack;
  const [label, name] =
    download?.state === "failed"
      ? [t("shared.tryAgain"), t("models.tryAgainOf", { title })]
      : [t("models.choose"), t("models.chooseOf", { title })];
  return (
    <DialogButton label={label} aria-label={name} title={t("models.chooseOf", { title })}>
      {(close) => <ChooseForm pack={pack} close={close} />}
    </DialogButton>
  );
}

function Files({ pack, isCancellable }: Pick<PackPanelProps, "pack" | "isCancellable">) {
  const t = useTranslate();
  const { title, files, download } = pack;
  if (download?.state === "downloading") return <DownloadProgress {...{ pack, isCancellable }} {...download} />;
  return (
    <>
      {download === null ? null : (
        <ProblemAlert error={new Error(download.reason)} title={t("models.downloadFailed")} />
      )}
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
    </>
  );
}

/** One pack: what it asks for, whether its files are there, and the way to choose it. */
export function PackPanel({ pack, isRunning, isWanted, isChoosable, isCancellable }: PackPanelProps) {
  const t = useTranslate();
  return (
    <Panel title={pack.title} action={isChoosable ? <ChooseButton pack={pack} /> : undefined}>
      <p className="flex flex-wrap gap-2">
        <Badge>{pack.id}</Badge>
        {isRunning ? <Badge>{t("models.answers")}</Badge> : null}
        {isWanted && !isRunning ? <Badge>{t("models.wanted")}</Badge> : null}
        <Badge>{t(pack.isCommercialUseAllowed ? "models.commercial" : "models.notCommercial")}</Badge>
      </p>
      <p className="text-sm">
        {t("models.licence")} <span lang="en">{pack.licence}</span>
      </p>
      <Files pack={pack} isCancellable={isCancellable} />
    </Panel>
  );
}
