import sharp from "sharp";
import { seededRandom } from "@/bench/train/seeded-random";
import type { RgbImage } from "@/inference/image/rgb-image";

/** Ways in which a photo gets worse; strengths as `Degradation` says. */
export const degradationKinds = ["blur", "downScale", "jpeg", "noise", "darkness"] as const;

export interface Degradation {
  readonly kind: (typeof degradationKinds)[number];
  /**
   * blur: sigma in pixels; downScale: how many pixels along an edge become one; jpeg: quality 1..100; noise: deviation in
   * grey levels; darkness: factor on the light.
   */
  readonly strength: number;
}

const ranges = {
  blur: [1, 5],
  downScale: [2, 8],
  jpeg: [40, 3],
  noise: [10, 80],
  darkness: [0.3, 0.01],
} as const satisfies Record<Degradation["kind"], readonly [weak: number, strong: number]>;

/** A degradation by its kind and how strong it is, 0 = weak, 1 = strong, in even ratios between. */
export function degradationOf(kind: Degradation["kind"], share: number): Degradation {
  const [weak, strong] = ranges[kind];
  return { kind, strength: weak * (strong / weak) ** share };
}

/** The photo after it; the same seed gives the same noise. */
export async function degradePhoto(image: RgbImage, { kind, strength }: Degradation, seed: number): Promise<RgbImage> {
  if (kind === "noise") return mapBytes(image, noiseOf(strength, seed));
  if (kind === "darkness") return mapBytes(image, darknessOf(strength));
  const { data, width, height } = image;
  const raw = { width, height, channels: 3 } as const;
  const picture = sharp(data, { raw });
  if (kind === "blur") return { ...image, data: await picture.blur(Math.max(0.3, strength)).raw().toBuffer() };
  if (kind === "jpeg") {
    const encoded = await picture.jpeg({ quality: Math.round(strength) }).toBuffer();
    return { ...image, data: await sharp(encoded).raw().toBuffer() };
  }
  const small = await picture
    .resize(Math.max(1, Math.round(width / strength)), Math.max(1, Math.round(height / strength)), { fit: "fill" })
    .png()
    .toBuffer();
  return {
    ...image,
    data: await sharp(small).resize(width, height, { fit: "fill", kernel: "linear" }).raw().toBuffer(),
  };
}

function mapBytes(image: RgbImage, change: (value: number) => number): RgbImage {
  return {
    ...image,
    data: Uint8Array.from(image.data, (value) => Math.max(0, Math.min(255, Math.round(change(value))))),
  };
}

/** Adds Gaussian noise (Box and Muller 1958). */
function noiseOf(deviation: number, seed: number): (value: number) => number {
  const random = seededRandom(seed);
  return (value) => value + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Less light: a factor in linear light is its 2.2nd root in codes. */
function darknessOf(factor: number): (value: number) => number {
  return (value) => value * factor ** (1 / 2.2);
}
