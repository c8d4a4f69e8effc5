import { type Histogram, momentsOf, percentileOf, shareBetween } from "./luminance";
import type { QualityValue } from "./measures";
import { sigmoid, valued } from "./scalar";

// The first five are ISO/IEC 29794-5's, with the scalar mapping of its reference implementation, on linear luminance of
// the hull. Where a histogram is empty the quotients are no numbers, and the value is unmeasurable.

/** Mean, 0..1; half the score at 0.2 and 0.8. */
export function luminanceMean(linear: Histogram): QualityValue {
  const { mean } = momentsOf(linear);
  return valued(mean, 100 * sigmoid((mean - 0.2) / 0.05) * (1 - sigmoid((mean - 0.8) / 0.05)));
}

/** Variance, 0..0.25; best at 1/60. */
export function luminanceVariance(linear: Histogram): QualityValue {
  const { variance } = momentsOf(linear);
  return valued(variance, 100 * Math.sin((Math.PI * 60 * variance) / (60 * variance + 1)));
}

/** Share of levels 0..25, 0..1. */
export function underExposure(linear: Histogram): QualityValue {
  const dark = shareBetween(linear, 0, 25);
  return valued(dark, 120 * (0.832 - sigmoid((dark - 0.92) / 0.05)));
}

/** Share of levels 247..255, 0..1. */
export function overExposure(linear: Histogram): QualityValue {
  const bright = shareBetween(linear, 247, 255);
  return valued(bright, 1 / (bright + 0.01));
}

/** Entropy, 0..8 bits. */
export function dynamicRange({ counts, total }: Histogram): QualityValue {
  let bits = total > 0 ? 0 : Number.NaN;
  for (const count of counts) if (count > 0) bits -= (count / total) * Math.log2(count / total);
  return valued(bits, 12.5 * bits);
}

/** 99th minus 1st percentile of luma, 0..255; from 160 on nothing is missing. */
export function dynamicRangePercentile(luma: Histogram): QualityValue {
  const range = luma.total > 0 ? percentileOf(luma, 0.99) - percentileOf(luma, 0.01) : Number.NaN;
  return valued(range, range / 1.6);
}

/** Mean luma, -1 black .. 1 white; comfortable from -0.3 to 0.6, half the score at -0.45 and 0.8. */
export function brightness(luma: Histogram): QualityValue {
  const value = 2 * momentsOf(luma).mean - 1;
  return valued(value, 100 * sigmoid((value + 0.45) / 0.06) * (1 - sigmoid((value - 0.8) / 0.06)));
}
