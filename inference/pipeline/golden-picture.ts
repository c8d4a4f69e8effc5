import { restrictedSharp } from "@/inference/image/restricted-sharp";
import type { AnalyzeOptions } from "./analysis";
import { drawGoldenFace } from "./draw-golden-face";

/** A large face alone would be settled at a glance, and a damaged second detector would go unnoticed; the small one makes it look. */
const placings = [
  { left: 0, top: 0, side: 256 },
  { left: 256, top: 128, side: 128 },
];

/** What a worker is asked of the golden picture: everything that does not follow from the rest by arithmetic. */
export const goldenOptions: AnalyzeOptions = { features: ["landmarks5", "age", "gender", "mask", "embedding"] };

/** The golden picture as a file, so that the decoder is tried too; PNG, since lossy formats differ between library versions. */
export async function encodeGoldenPicture(): Promise<Uint8Array> {
  const faces = placings.map(({ left, top, side }) => {
    const { data, width, height } = drawGoldenFace(side);
    return { input: Buffer.from(data), raw: { width, height, channels: 3 as const }, left, top };
  });
  const create = { width: 384, height: 256, channels: 3 as const, background: { r: 176, g: 186, b: 198 } };
  return restrictedSharp({ create }).composite(faces).removeAlpha().png().toBuffer();
}
