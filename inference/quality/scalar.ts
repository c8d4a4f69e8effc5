import type { QualityValue } from "./measures";

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** A native value with its score, rounded into 0..100. A native value that is no number scores 0. */
export function valued(native: number, score: number): QualityValue {
  if (!Number.isFinite(native) || !Number.isFinite(score)) return unmeasurable;
  return { native, score: Math.round(Math.max(0, Math.min(100, score))) };
}

/** What cannot be measured: on every wire that is a bad picture. */
export const unmeasurable: QualityValue = { native: 0, score: 0 };
