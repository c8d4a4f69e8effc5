"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { Liveness } from "./liveness-answer";
import { useFaceWords } from "./use-face-words";

/** The verdict on all pictures together, and what it rests on. */
export function LivenessVerdict({ liveness }: { readonly liveness: Liveness }) {
  const t = useTranslate();
  const { percent } = useFaceWords(null);
  const { isLive, probability, probabilityMin, evidence } = liveness;
  const { pictures, samePerson, samePicture } = evidence;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className={`font-medium text-base ${isLive ? "text-match" : "text-uncertain"}`}>
        {t(isLive ? "testPage.live" : "testPage.notLive")}
      </p>
      <p>{t("testPage.liveFrom", { probability: percent(probability), border: percent(probabilityMin) })}</p>
      <ul aria-label={t("testPage.evidence")} className="list-disc ps-5 text-muted-foreground">
        <li>{t("testPage.judgedPictures", { count: pictures })}</li>
        {samePerson === undefined ? null : <li>{t(samePerson ? "testPage.samePerson" : "testPage.otherPerson")}</li>}
        {samePicture === undefined ? null : <li>{t(samePicture ? "testPage.samePicture" : "testPage.moves")}</li>}
      </ul>
    </div>
  );
}
