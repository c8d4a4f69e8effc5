"use client";

import { useMemo, useRef } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { ShownFace } from "./answer";
import { FaceLabels } from "./face-labels";
import { FaceMark, type Layers, toneOf } from "./face-mark";
import { MatchLines } from "./match-lines";
import type { Picture } from "./picture";
import { arrange } from "./scene";
import { StageTools } from "./stage-tools";
import { useStageControls } from "./use-stage-controls";
import { useUnit } from "./use-unit";
import { useView } from "./use-view";
import { verdictOf } from "./verdict";

interface StageProps {
  readonly pictures: readonly Picture[];
  readonly faces: readonly ShownFace[];
  readonly labelsOf: (face: ShownFace) => readonly string[];
  readonly threshold: number | null;
  readonly layers: Layers;
  /** Number of the face that is pointed at or chosen. */
  readonly active: number | null;
  readonly onPoint: (number: number | null) => void;
  readonly onChoose: (number: number) => void;
}

/** The pictures with everything that was found in them; it can be zoomed and moved. */
export function Stage({ pictures, faces, labelsOf, threshold, layers, active, onPoint, onChoose }: StageProps) {
  const t = useTranslate();
  const svg = useRef<SVGSVGElement>(null);
  const scene = useMemo(() => arrange(pictures, faces), [pictures, faces]);
  const view = useView(scene);
  const { x, y, width, height } = view.rectangle;
  const unit = useUnit(svg, view.rectangle);
  const controls = useStageControls(svg, { view, unit, onPoint, onChoose });
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <StageTools view={view} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn on. */}
      <svg
        ref={svg}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be zoomed and moved must be reachable by keyboard.
        tabIndex={0}
        role="group"
        aria-label={`${t("testPage.stage")}. ${t("testPage.stageHelp")}`}
        viewBox={`${x} ${y} ${width} ${height}`}
        className={`max-h-[80vh] w-full select-none rounded-md bg-muted ${view.isWhole ? "" : "cursor-move touch-none"}`}
        {...controls}
      >
        {scene.pictures.map(({ href, x: left, y: top, width: across, height: down }) => (
          <g key={left}>
            <rect x={left} y={top} width={across} height={down} className="fill-card" />
            {href === null ? null : (
              <image href={href} x={left} y={top} width={across} height={down} preserveAspectRatio="none" />
            )}
          </g>
        ))}
        {faces.map((face) => (
          <FaceMark
            key={face.number}
            scene={scene}
            face={face}
            tone={toneOf(verdictOf(face, threshold))}
            isActive={face.number === active}
            layers={layers}
          />
        ))}
        <MatchLines scene={scene} faces={faces} threshold={threshold} />
        {layers.labels ? (
          <FaceLabels
            scene={scene}
            faces={faces}
            labelsOf={labelsOf}
            view={view.rectangle}
            unit={unit}
            active={active}
          />
        ) : null}
      </svg>
    </div>
  );
}
