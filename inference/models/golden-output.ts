/** What is remembered of one output of a network. */
export interface GoldenOutput {
  readonly length: number;
  /** Largest absolute value of the whole output. */
  readonly scale: number;
  /** Values at places spread evenly over the output. */
  readonly samples: readonly number[];
}

const sampleCount = 16;
/** Relative to the scale: far above what CPUs differ by (1e-5), far below what a wrong weight does to a face. */
const tolerance = 1e-3;
/** Runtimes approximate the sigmoid to about 1e-7, which is much of a probability near 0. */
const toleranceMin = 1e-5;

/** Takes down an output; `digits` significant ones are kept. */
export function recordOutput(values: Float32Array, digits = 7): GoldenOutput {
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const round = (value: number) => Number(value.toPrecision(digits));
  return { length: values.length, scale: round(scale), samples: samplesOf(values).map(round) };
}

/** Whether an output is the golden one but for rounding. */
export function isGolden(values: Float32Array, golden: GoldenOutput): boolean {
  if (values.length !== golden.length) return false;
  const limit = Math.max(golden.scale * tolerance, toleranceMin);
  return samplesOf(values).every((value, i) => Math.abs(value - (golden.samples[i] ?? Number.NaN)) <= limit);
}

/** Places by multiples of the golden ratio: even steps would fall on the same few channels of a map again and again. */
function samplesOf(values: Float32Array): number[] {
  const count = Math.min(sampleCount, values.length);
  return Array.from({ length: count }, (_, i) => values[placeOf(i, values.length)] ?? Number.NaN);
}

function placeOf(sample: number, length: number): number {
  if (length <= sampleCount) return sample;
  return Math.floor((((sample * (Math.sqrt(5) - 1)) / 2) % 1) * length);
}
