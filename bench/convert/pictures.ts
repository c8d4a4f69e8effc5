import sharp from "sharp";
import { type NetworkId, networks } from "@/inference/models/registry";
import type { ImageTensor } from "@/inference/runtime/ort";

const photo = "node_modules/@vladmandic/face-api/demo/sample1.jpg";
/** SSD takes any size; face-api always gives it this one. */
const ssdSide = 512;

/** Pictures for a network: one of seeded noise, and three cuts of a photo resized to what the network takes. */
export async function picturesFor(id: NetworkId): Promise<ImageTensor[]> {
  const { width, height, channels } = networks[id].input;
  const dims = [1, height || ssdSide, width || ssdSide, channels] as const;
  const crops = await Promise.all([0, 1, 2].map((index) => cropPhoto(index, dims)));
  return [{ data: noise(dims[1] * dims[2] * channels), dims }, ...crops];
}

/** The whole photo, then smaller squares of its middle. */
async function cropPhoto(index: number, dims: ImageTensor["dims"]): Promise<ImageTensor> {
  const { width, height } = await sharp(photo).metadata();
  const side = Math.floor(Math.min(width, height) / (index + 1));
  const square = {
    left: Math.floor((width - side) / 2),
    top: Math.floor((height - side) / 2),
    width: side,
    height: side,
  };
  const resized = sharp(photo).extract(square).resize(dims[2], dims[1], { fit: "fill" }).removeAlpha();
  const pixels = await resized
    .toColourspace(dims[3] === 1 ? "b-w" : "srgb")
    .raw()
    .toBuffer();
  return { data: new Uint8Array(pixels), dims };
}

/** Bytes of a linear congruential generator (Numerical Recipes' constants), the same on every machine. */
function noise(length: number): Uint8Array {
  let state = 20_261_120;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
