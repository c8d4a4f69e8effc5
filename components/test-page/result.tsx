"use client";

import { memo, useDeferredValue, useMemo, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { facesOf, type ShownFace } from "./answer";
import type { Layers } from "./face-mark";
import { FaceRow, rowId } from "./face-row";
import { LayerChoice } from "./layer-choice";
import { livenessOf } from "./liveness-answer";
import { LivenessVerdict } from "./liveness-verdict";
import { Refusal } from "./refusal";
import { Stage } from "./stage";
import { ThresholdSlider } from "./threshold-slider";
import { useFaceWords } from "./use-face-words";
import type { Shown } from "./use-trial";
import { serviceThresholdOf, verdictOf } from "./verdict";

const none: readonly ShownFace[] = [];
const initialLayers: Layers = { labels: true, landmarks: false, mesh: false, pose: false };

/** The pictures with the faces that the service found, and the list of them. */
export const Result = memo(function ShownResult({ shown }: { readonly shown: Shown }) {
  const t = useTranslate();
  const { pictures, answer } = shown;
  const faces = useMemo(() => facesOf(answer?.body, pictures), [answer, pictures]);
  // The boxes come first: the list of a hundred faces takes longer than they do.
  const listed = useDeferredValue(faces, none);
  const liveness = useMemo(() => livenessOf(answer?.body), [answer]);
  const [layers, setLayers] = useState(initialLayers);
  const [moved, setMoved] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const service = serviceThresholdOf(faces);
  const threshold = moved ?? service;
  const words = useFaceWords(threshold);
  const active = pointed ?? chosen;
  const isCompared = faces.some((face) => face.subjects !== undefined || face.similarity !== undefined);
  const matches = faces.filter((face) => verdictOf(face, threshold) === "match").length;
  const count = t("testPage.faceCount", { count: faces.length });
  const choose = (number: number) => {
    setChosen(number);
    document.getElementById(rowId(number))?.focus();
  };
  const toggle = (number: number) => setChosen((last) => (last === number ? null : number));
  return (
    <>
      <div role="status">
        {answer === null ? <p className="text-muted-foreground text-sm">{t("testPage.sending")}</p> : null}
        {liveness === null ? null : <LivenessVerdict liveness={liveness} />}
        {answer !== null && answer.status < 400 && liveness === null ? (
          <p className="font-medium">
            {threshold !== null && isCompared ? t("testPage.matchCount", { faces: count, matches }) : count}
          </p>
        ) : null}
      </div>
      {answer !== null && answer.status >= 400 ? <Refusal answer={answer} /> : null}
      {answer !== null && pictures.some((picture) => picture.shown === null) && faces.length > 0 ? (
        <p className="text-muted-foreground text-sm">{t("testPage.unshowable")}</p>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-2">
          <Stage
            pictures={pictures}
            faces={faces}
            labelsOf={words.labelsOf}
            threshold={threshold}
            layers={layers}
            active={active}
            onPoint={setPointed}
            onChoose={choose}
          />
          <LayerChoice faces={faces} layers={layers} onChange={setLayers} />
          {isCompared ? (
            <ThresholdSlider service={service} threshold={threshold} onChange={setMoved} write={words.rate} />
          ) : null}
        </div>
        {listed.length === 0 ? null : (
          <ol aria-label={t("testPage.faces")} className="flex max-h-[80vh] flex-col gap-2 overflow-y-auto p-1">
            {listed.map((face) => (
              <FaceRow
                key={face.number}
                face={face}
                threshold={threshold}
                words={words}
                isActive={face.number === active}
                isChosen={face.number === chosen}
                onPoint={setPointed}
                onChoose={toggle}
              />
            ))}
          </ol>
        )}
      </div>
    </>
  );
});
