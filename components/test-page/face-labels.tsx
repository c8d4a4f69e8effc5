import { useMemo } from "react";
import type { ShownFace } from "./answer";
import { labelFont, measureText } from "./measure-text";
import { placeLabels } from "./place-labels";
import { boxOf, type Rectangle, type Scene } from "./scene";

/** In pixels of the screen. */
const [labelHeight, margin] = [20, 5];

interface FaceLabelsProps {
  readonly scene: Scene;
  readonly faces: readonly ShownFace[];
  readonly labelsOf: (face: ShownFace) => readonly string[];
  /** The part of the scene on show; labels stay within it. */
  readonly view: Rectangle;
  /** Units of the scene in a pixel of the screen: labels keep their size when the picture is zoomed. */
  readonly unit: number;
  readonly active: number | null;
}

const isOnShow = (box: Rectangle, view: Rectangle) =>
  box.x < view.x + view.width &&
  view.x < box.x + box.width &&
  box.y < view.y + view.height &&
  view.y < box.y + box.height;

/** Labels at the boxes that never hide each other; the face that is looked at chooses its place first. */
export function FaceLabels({ scene, faces, labelsOf, view, unit, active }: FaceLabelsProps) {
  const { x, y, width, height } = view;
  const labels = useMemo(() => {
    const bounds = { x, y, width, height };
    const labelled = faces
      .map((face) => ({ face, box: boxOf(scene, face), texts: labelsOf(face) }))
      .filter(({ box }) => isOnShow(box, bounds))
      .toSorted((a, b) => Number(b.face.number === active) - Number(a.face.number === active));
    const widthOf = (text: string) => (measureText(text) + 2 * margin) * unit;
    return placeLabels(labelled, { widthOf, height: labelHeight * unit, bounds });
  }, [scene, faces, labelsOf, x, y, width, height, unit, active]);
  return labels.map(({ index, text, ...place }) => (
    <g key={text} data-label="" className="pointer-events-none">
      <rect
        {...place}
        rx={4 * unit}
        className="fill-card stroke-border"
        strokeWidth={1}
        vectorEffect="non-scaling-stroke"
      />
      <text
        x={place.x + margin * unit}
        y={place.y + place.height * 0.7}
        fontSize={labelFont.size * unit}
        fontWeight={labelFont.weight}
        fontFamily={labelFont.family}
        className="fill-foreground"
      >
        {text}
      </text>
    </g>
  ));
}
