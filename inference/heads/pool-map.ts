/**
 * Means of a square feature map over `cells` x `cells` areas, which overlap where the side is no multiple of `cells`.
 * `map` is `[side, side, channels]`; returns `cells * cells * channels` numbers, row by row.
 */
export function poolMap(map: Float32Array, side: number, cells: number): Float32Array {
  const channels = map.length / (side * side);
  const pooled = new Float32Array(cells * cells * channels);
  const spans = Array.from({ length: cells }, (_, i): readonly [number, number] => [
    Math.floor((i * side) / cells),
    Math.ceil(((i + 1) * side) / cells),
  ]);
  let target = 0;
  for (const [top, bottom] of spans) {
    for (const [left, right] of spans) {
      const area = (bottom - top) * (right - left);
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const from = (y * side + x) * channels;
          for (let c = 0; c < channels; c++) {
            pooled[target + c] = (pooled[target + c] as number) + (map[from + c] as number) / area;
          }
        }
      }
      target += channels;
    }
  }
  return pooled;
}
