/** Values with channels last. */
export interface Map3 {
  readonly data: readonly number[];
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

export interface Window {
  readonly kernel: readonly [height: number, width: number];
  readonly stride: number;
  readonly dilation?: number;
  readonly padding: "SAME" | "VALID" | readonly [top: number, bottom: number, left: number, right: number];
}

/** One place of the window that lies inside the map. */
export interface Tap {
  readonly ky: number;
  readonly kx: number;
  /** Index of the place's first channel in the map. */
  readonly at: number;
}

/**
 * Slides a window over a map as TensorFlow defines it ("Neural network ops: padding"): with SAME, ceil(size / stride)
 * steps and the odd zero behind. Collects what `compute` gives for every step.
 */
export function slide(map: Map3, window: Window, compute: (taps: readonly Tap[]) => readonly number[]): number[] {
  const rows = stepsOf(map.height, window, 0);
  const columns = stepsOf(map.width, window, 1);
  return rows.flatMap((y) => columns.flatMap((x) => compute(tapsAt(map, window, y, x))));
}

/** First places of the window along one axis; negative ones begin in the padding. */
function stepsOf(size: number, { kernel, stride, dilation = 1, padding }: Window, axis: 0 | 1): number[] {
  const reach = (kernel[axis] - 1) * dilation + 1;
  const before = (total: number) => Math.floor(total / 2);
  const ceil = Math.ceil(size / stride);
  const total = Math.max(0, (ceil - 1) * stride + reach - size);
  const [first, padded] =
    padding === "SAME"
      ? [before(total), size + total]
      : padding === "VALID"
        ? [0, size]
        : [padding[axis * 2] ?? 0, size + (padding[axis * 2] ?? 0) + (padding[axis * 2 + 1] ?? 0)];
  const count = Math.floor((padded - reach) / stride) + 1;
  return Array.from({ length: count }, (_, i) => i * stride - first);
}

function tapsAt(map: Map3, { kernel, dilation = 1 }: Window, top: number, left: number): Tap[] {
  const taps: Tap[] = [];
  for (let ky = 0; ky < kernel[0]; ky += 1) {
    for (let kx = 0; kx < kernel[1]; kx += 1) {
      const [y, x] = [top + ky * dilation, left + kx * dilation];
      const isInside = y >= 0 && x >= 0 && y < map.height && x < map.width;
      if (isInside) taps.push({ ky, kx, at: (y * map.width + x) * map.channels });
    }
  }
  return taps;
}
