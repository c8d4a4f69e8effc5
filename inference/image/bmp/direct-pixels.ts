import { type ChannelMask, toChannelMask } from "./channel-mask";
import type { DibHeader } from "./dib-header";
import type { DibPixels } from "./dib-pixels";
import { rowBytes, rowStart } from "./row-layout";

/** 24 bits a pixel: blue, green, red. Upright RGB comes out. */
export function readTrueColorPixels(bytes: Uint8Array, header: DibHeader, at: number): Uint8Array {
  const rgb = new Uint8Array(header.width * header.height * 3);
  const stride = rowBytes(header.width, 24);
  for (let y = 0; y < header.height; y++) {
    let from = at + y * stride;
    let out = rowStart(header, y) * 3;
    for (let x = 0; x < header.width; x++, from += 3, out += 3) {
      rgb[out] = bytes[from + 2] as number;
      rgb[out + 1] = bytes[from + 1] as number;
      rgb[out + 2] = bytes[from] as number;
    }
  }
  return rgb;
}

/** 16 or 32 bits a pixel, taken apart by the header's masks. */
export function readMaskedPixels(bytes: Uint8Array, header: DibHeader, at: number): DibPixels {
  const { width, height, bitsPerPixel } = header;
  const [red, green, blue, alpha] = header.masks.map(toChannelMask) as [
    ChannelMask,
    ChannelMask,
    ChannelMask,
    ChannelMask,
  ];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const rgb = new Uint8Array(width * height * 3);
  const opacity = alpha.mask === 0 ? undefined : new Uint8Array(width * height);
  const pixelBytes = bitsPerPixel / 8;
  const stride = rowBytes(width, bitsPerPixel);
  for (let y = 0; y < height; y++) {
    let from = at + y * stride;
    let out = rowStart(header, y);
    for (let x = 0; x < width; x++, from += pixelBytes, out++) {
      const pixel = pixelBytes === 2 ? view.getUint16(from, true) : view.getUint32(from, true);
      rgb[out * 3] = liftChannel(pixel, red);
      rgb[out * 3 + 1] = liftChannel(pixel, green);
      rgb[out * 3 + 2] = liftChannel(pixel, blue);
      if (opacity) opacity[out] = liftChannel(pixel, alpha);
    }
  }
  return { rgb, alpha: opacity };
}

/** 0..255.5, so that storing it in a byte rounds it. */
function liftChannel(pixel: number, { mask, shift, scale }: ChannelMask): number {
  return ((pixel & mask) >>> shift) * scale + 0.5;
}
