import { expect, it } from "vitest";
import { placeLabels } from "./place-labels";

const bounds = { x: 0, y: 0, width: 1000, height: 600 };
const terms = { widthOf: (text: string) => text.length * 8, height: 16, bounds };

const overlapping = (labels: ReturnType<typeof placeLabels>) =>
  labels.flatMap((a, at) =>
    labels
      .slice(at + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
  );

it("puts the label of a single box right over it", () => {
  const [label] = placeLabels([{ box: { x: 100, y: 100, width: 80, height: 90 }, texts: ["1 Anna"] }], terms);
  expect(label).toEqual({ x: 100, y: 84, width: 48, height: 16, index: 0, text: "1 Anna" });
});

it("keeps labels inside and apart, with a hundred faces close together", () => {
  const boxes = Array.from({ length: 100 }, (_, at) => ({
    box: { x: (at % 20) * 49, y: Math.floor(at / 20) * 115, width: 44, height: 55 },
    texts: [`${at + 1} Somebody 0.98`, `${at + 1}`],
  }));
  const labels = placeLabels(boxes, terms);
  expect(overlapping(labels)).toEqual([]);
  expect(labels.length).toBe(100);
  for (const { x, y, width, height } of labels) {
    expect(x >= 0 && y >= 0 && x + width <= bounds.width && y + height <= bounds.height).toBe(true);
  }
});

it("shortens what has no room, and leaves a box without rather than hide another label", () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  const tight = { ...terms, bounds: { x: 0, y: 0, width: 60, height: 16 } };
  const labels = placeLabels(Array(4).fill({ box, texts: ["a name", "1"] }), tight);
  expect(overlapping(labels)).toEqual([]);
  expect(labels.map(({ text }) => text)).toContain("a name");
  expect(labels.length).toBeLessThan(4);
});
