"use client";

import { useTexts } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { Alert } from "@/components/ui/alert";
import type { TrialAnswer } from "@/lib/client/trial";
import { refusalOf } from "./answer";

/** CompreFace's number and our own name for a picture without faces. */
const noFaceCodes: readonly (number | string | undefined)[] = [28, "no_face"];

const byCode: Readonly<Record<string, PlainMessageKey>> = {
  21: "testPage.notPicture",
  31: "testPage.severalFaces",
  image_unsupported: "testPage.notPicture",
};

const byStatus: Readonly<Record<number, PlainMessageKey>> = {
  413: "problems.file_too_large",
  429: "problems.too_many_requests",
  500: "problems.internal",
  503: "problems.busy",
};

/** Why the service has no faces to show, in the reader's words where they are known and in its own besides. */
export function Refusal({ answer }: { readonly answer: TrialAnswer }) {
  const { translate: t } = useTexts();
  const refusal = refusalOf(answer.body);
  const known = byCode[refusal?.code ?? ""] ?? byStatus[answer.status];
  if (noFaceCodes.includes(refusal?.code)) {
    return (
      <Alert kind="note" title={t("testPage.noFace")}>
        <p>{t("testPage.noFaceHelp")}</p>
      </Alert>
    );
  }
  return (
    <Alert kind="error" title={t("testPage.refused")}>
      {known === undefined ? null : <p>{t(known)}</p>}
      {refusal === null ? null : (
        <p lang="en" className="break-words text-muted-foreground">
          {refusal.message}
        </p>
      )}
    </Alert>
  );
}
