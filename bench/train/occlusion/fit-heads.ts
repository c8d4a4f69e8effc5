import { seededOrder } from "@/bench/train/seeded-order";

/** One linear head: `features·weights + bias` is the logit. */
export interface Head {
  readonly weights: Float32Array;
  bias: number;
}

export interface HeadOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pulls weights towards 0; relative to features scaled to a spread of 1. */
  readonly decay: number;
}

const batchSize = 32;

/**
 * Logistic regressions that share their samples, by Adam in a seeded order (Kingma and Ba 2015, with decoupled decay).
 * Labels are 1, 0 or NaN = left out of that head. `weightOf` is how much a row counts.
 */
export function fitHeads(
  rows: readonly Float32Array[],
  labels: readonly (readonly number[])[],
  weightOf: (row: number) => number,
  { epochs, rate, decay }: HeadOptions,
): Head[] {
  const width = rows[0]?.length ?? 0;
  const count = labels[0]?.length ?? 0;
  const { mean, scale } = spreadOf(rows, width);
  const weights = Array.from({ length: count }, () => new Float32Array(width + 1));
  const first = weights.map(() => new Float32Array(width + 1));
  const second = weights.map(() => new Float32Array(width + 1));
  const gradients = weights.map(() => new Float32Array(width + 1));
  const balance = balanceOf(labels, count);
  const scaled = new Float32Array(width + 1).fill(1);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = seededOrder([...rows.keys()], 100 + epoch);
    for (let from = 0; from < order.length; from += batchSize) {
      for (const gradient of gradients) gradient.fill(0);
      for (const row of order.slice(from, from + batchSize)) {
        const features = rows[row] as Float32Array;
        for (let j = 0; j < width; j++) scaled[j] = (num(features[j]) - num(mean[j])) * num(scale[j]);
        for (let head = 0; head < count; head++) {
          const label = num(labels[row]?.[head]);
          if (Number.isNaN(label)) continue;
          const error = logistic(dot(weights[head] as Float32Array, scaled)) - label;
          const share = (error * weightOf(row) * num(balance[head]?.[label])) / batchSize;
          const gradient = gradients[head] as Float32Array;
          for (let j = 0; j <= width; j++) gradient[j] = num(gradient[j]) + share * num(scaled[j]);
        }
      }
      step += 1;
      const pace = (rate * (1 - epoch / epochs) * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
      for (let head = 0; head < count; head++) {
        const [w, m, v, g] = [weights, first, second, gradients].map((list) => list[head]) as [
          Float32Array,
          Float32Array,
          Float32Array,
          Float32Array,
        ];
        for (let j = 0; j <= width; j++) {
          m[j] = 0.9 * num(m[j]) + 0.1 * num(g[j]);
          v[j] = 0.999 * num(v[j]) + 0.001 * num(g[j]) ** 2;
          w[j] =
            num(w[j]) - (pace * num(m[j])) / (Math.sqrt(num(v[j])) + 1e-8) - (j < width ? pace * decay * num(w[j]) : 0);
        }
      }
    }
  }
  return weights.map((w) => unscale(w, mean, scale, width));
}

export function logitOf({ weights, bias }: Head, features: Float32Array): number {
  return dot(weights, features) + bias;
}

function spreadOf(rows: readonly Float32Array[], width: number) {
  const [mean, scale] = [new Float64Array(width), new Float64Array(width)];
  for (const row of rows) for (let j = 0; j < width; j++) mean[j] = num(mean[j]) + num(row[j]) / rows.length;
  for (const row of rows)
    for (let j = 0; j < width; j++) scale[j] = num(scale[j]) + (num(row[j]) - num(mean[j])) ** 2 / rows.length;
  // Features that hardly change would be blown up; they are kept small instead.
  for (let j = 0; j < width; j++) scale[j] = 1 / (Math.sqrt(num(scale[j])) + 0.02);
  return { mean, scale };
}

/** Per head the weight of a free and of an occluded sample: both kinds count the same together. */
function balanceOf(labels: readonly (readonly number[])[], count: number): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, head) => {
    const yes = labels.filter((label) => label[head] === 1).length;
    const no = labels.filter((label) => label[head] === 0).length;
    return [(yes + no) / (2 * no), (yes + no) / (2 * yes)] as const;
  });
}

function unscale(w: Float32Array, mean: Float64Array, scale: Float64Array, width: number): Head {
  const weights = Float32Array.from({ length: width }, (_, j) => num(w[j]) * num(scale[j]));
  return { weights, bias: num(w[width]) - weights.reduce((sum, value, j) => sum + value * num(mean[j]), 0) };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += num(a[i]) * num(b[i]);
  return sum;
}

function num(value: number | undefined): number {
  return value as number;
}
