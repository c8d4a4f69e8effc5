/** Side in pixels of the picture for which the anchors are defined. */
const baseSide = 512;
/** Scales of the six layers and one beyond (Liu et al. 2016, eq. 4, from 0.2 to 0.95). */
const scales = [0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1];
const ratios = [2, 1 / 2, 3, 1 / 3];

type Template = readonly [height: number, width: number];

const shape = (scale: number, ratio: number): Template => [
  (scale * baseSide) / Math.sqrt(ratio),
  scale * baseSide * Math.sqrt(ratio),
];

/** Box shapes per cell, in pixels: the first layer has three, the others six. */
const templates: readonly (readonly Template[])[] = [0, 1, 2, 3, 4, 5].map((layer) => {
  const scale = scales[layer] ?? 0;
  if (layer === 0) return [shape(0.1, 1), shape(scale, 2), shape(scale, 1 / 2)];
  const between = Math.sqrt(scale * (scales[layer + 1] ?? 1));
  return [shape(scale, 1), shape(between, 1), ...ratios.map((ratio) => shape(scale, ratio))];
});

const cache = new Map<string, Float32Array>();

/**
 * Anchors for a picture of `width` x `height` pixels (multiples of 32), four numbers each: centre y, centre x, height,
 * width in pixels, in the order of the network's outputs. Cells are 16 pixels wide in the first layer and double after.
 */
export function ssdAnchors(width: number, height: number): Float32Array {
  const key = `${width}x${height}`;
  const known = cache.get(key);
  if (known) return known;
  const numbers: number[] = [];
  let columns = Math.ceil(width / 16);
  let rows = Math.ceil(height / 16);
  templates.forEach((shapes, layer) => {
    const cell = 16 * 2 ** layer;
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        for (const [h, w] of shapes) numbers.push((row + 0.5) * cell, (column + 0.5) * cell, h, w);
      }
    }
    columns = Math.ceil(columns / 2);
    rows = Math.ceil(rows / 2);
  });
  const anchors = Float32Array.from(numbers);
  // Photos come in few sizes; a bound keeps odd ones from filling the memory.
  if (cache.size >= 64) cache.clear();
  cache.set(key, anchors);
  return anchors;
}
