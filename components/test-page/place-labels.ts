import type { Rectangle } from "./scene";

/** A box that wants a label: texts from the longest to the shortest that will do. */
export interface Labelled {
  readonly box: Rectangle;
  readonly texts: readonly string[];
}

export interface PlacedLabel extends Rectangle {
  /** Position of the box among those given. */
  readonly index: number;
  readonly text: string;
}

interface Terms {
  /** Width of a text in the unit of the boxes, margins included. */
  readonly widthOf: (text: string) => number;
  /** Of every label. */
  readonly height: number;
  /** What labels stay within. */
  readonly bounds: Rectangle;
}

const overlaps = (a: Rectangle, b: Rectangle) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const steps = 6;

/** Places around a box, the best first: over it, below, beside, then further off. */
function candidates({ box }: Labelled, width: number, height: number): readonly (readonly [number, number])[] {
  const near: (readonly [number, number])[] = [];
  for (let step = 0; step < steps; step += 1) {
    const off = step * height;
    const [over, below] = [box.y - height - off, box.y + box.height + off];
    const [left, right] = [box.x - width, box.x + box.width];
    const end = box.x + box.width - width;
    near.push([box.x, over], [end, over], [box.x, below], [end, below], [right, box.y + off], [left, box.y + off]);
  }
  return near;
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/**
 * Gives each box the longest of its texts for which there is room, so that no two labels overlap. Where there is no room
 * for any, the box goes without. Earlier boxes choose first.
 */
export function placeLabels(boxes: readonly Labelled[], { widthOf, height, bounds }: Terms): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const findPlace = (labelled: Labelled, index: number, text: string): PlacedLabel | undefined => {
    const width = Math.min(widthOf(text), bounds.width);
    for (const [left, top] of candidates(labelled, width, height)) {
      const x = clamp(left, bounds.x, bounds.x + bounds.width - width);
      const y = clamp(top, bounds.y, bounds.y + bounds.height - height);
      const label = { x, y, width, height, index, text };
      if (!placed.some((other) => overlaps(other, label))) return label;
    }
    return undefined;
  };
  for (const [index, labelled] of boxes.entries()) {
    for (const text of labelled.texts) {
      const label = findPlace(labelled, index, text);
      if (label === undefined) continue;
      placed.push(label);
      break;
    }
  }
  return placed;
}
