import { greyOf } from "@/inference/image/grey";
import { spectrumOf } from "./spectrum";

/** Side of the square crop that cues are read from: a power of two. */
export const cueSidePx = 128;
/** The face's own box within that crop, which shows 1.5 times as much. */
const [faceFrom, faceTo] = [Math.round(cueSidePx / 6), Math.round((5 * cueSidePx) / 6)] as const;

/** What `moireOf` and `finenessOf` look at: magnitudes of the crop's frequencies. */
export function cueSpectrum(crop: Uint8Array): Float64Array {
  return spectrumOf(greyOf(crop), cueSidePx);
}

/** Rings of frequencies that are looked at for peaks, two wide, by half their radius. */
const [ringFrom, ringTo] = [8, 30] as const;

/** Where the frequencies lie that `isWanted`, in order; u and v count from the middle, u to half the side. */
function placesOf(uFrom: number, isWanted: (radius: number) => boolean): Int32Array {
  const places: number[] = [];
  const half = cueSidePx / 2;
  for (let v = 0; v < cueSidePx; v++) {
    for (let u = uFrom; u <= half; u++) {
      if (isWanted(Math.hypot(u, v <= half ? v : v - cueSidePx))) places.push(v * cueSidePx + u);
    }
  }
  return Int32Array.from(places);
}

const ringPlaces = Array.from({ length: ringTo - ringFrom + 1 }, (_, i) =>
  placesOf(0, (radius) => Math.round(radius / 2) === ringFrom + i),
);
const finePlaces = placesOf(1, (radius) => radius > 24 && radius < 60);
const coarsePlaces = placesOf(1, (radius) => radius >= 3 && radius <= 24);

/** Peaks of patterns that repeat, as screens and printers leave them: strongest frequency over its ring's median. */
export function moireOf(magnitudes: Float64Array): number {
  let strongest = 0;
  for (const places of ringPlaces) {
    const ring = Float64Array.from(places, (place) => magnitudes[place] as number).sort();
    const median = (ring[ring.length >> 1] ?? 0) + 1;
    strongest = Math.max(strongest, (ring.at(-1) ?? 0) / median);
  }
  return Math.log(strongest + 1);
}

/** How much of the picture's detail is fine: log of the share of high frequencies. */
export function finenessOf(magnitudes: Float64Array): number {
  const sumOf = (places: Int32Array) => places.reduce((sum, place) => sum + (magnitudes[place] as number), 1);
  return Math.log(sumOf(finePlaces) / sumOf(coarsePlaces));
}

/** Colours of the face: spread of the two chroma channels, mean saturation, share of blown-out highlights. */
export function colourCues(crop: Uint8Array): readonly number[] {
  let [count, saturation, bright, blue, blueSquared, red, redSquared] = [0, 0, 0, 0, 0, 0, 0];
  for (let y = faceFrom; y < faceTo; y++) {
    for (let x = faceFrom; x < faceTo; x++) {
      const at = (y * cueSidePx + x) * 3;
      const [r, g, b] = [crop[at] as number, crop[at + 1] as number, crop[at + 2] as number];
      const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
      const luma = 0.299 * r + 0.587 * g + 0.114 * b;
      const [cb, cr] = [0.564 * (b - luma), 0.713 * (r - luma)];
      count += 1;
      saturation += high > 0 ? (high - low) / high : 0;
      if (luma > 240) bright += 1;
      blue += cb;
      blueSquared += cb * cb;
      red += cr;
      redSquared += cr * cr;
    }
  }
  const spread = (sum: number, squared: number) => Math.sqrt(Math.max(0, squared / count - (sum / count) ** 2)) / 10;
  return [
    spread(blue, blueSquared),
    spread(red, redSquared),
    saturation / count,
    Math.log((10 * bright) / count + 0.01),
  ];
}

/**
 * Straight edges beside the face, as paper and screens have them: for left, right, above and below the strongest line that
 * runs along the whole face, over the mean edge; the second strongest of the four is answered. `crop` shows three times
 * the face.
 */
export function frameCue(crop: Uint8Array): number {
  const grey = greyOf(crop);
  const [from, to] = [Math.round(cueSidePx / 3), Math.round((2 * cueSidePx) / 3)];
  const edge = (x: number, y: number, step: number) =>
    (grey[y * cueSidePx + x + step] as number) - (grey[y * cueSidePx + x - step] as number);
  let mean = 1;
  for (let y = 1; y < cueSidePx - 1; y++) {
    for (let x = 1; x < cueSidePx - 1; x++) {
      mean += (Math.abs(edge(x, y, 1)) + Math.abs(edge(x, y, cueSidePx))) / (2 * cueSidePx ** 2);
    }
  }
  const line = (across: number, isColumn: boolean) => {
    let sum = 0;
    for (let along = from; along < to; along++) {
      sum += isColumn ? edge(across, along, 1) : edge(along, across, cueSidePx);
    }
    return Math.abs(sum) / (to - from);
  };
  const strongest = (isColumn: boolean, start: number, end: number) => {
    let best = 0;
    for (let across = start; across < end; across++) best = Math.max(best, line(across, isColumn));
    return best / mean;
  };
  const sides = [true, false].flatMap((isColumn) => [
    strongest(isColumn, 2, from),
    strongest(isColumn, to, cueSidePx - 2),
  ]);
  return Math.log((sides.toSorted((a, b) => b - a)[1] ?? 0) + 1);
}
