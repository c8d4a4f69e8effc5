import type { ImageTensor } from "@/inference/runtime/ort";
import { type NetworkId, networks } from "./registry";

/** SSD takes any multiple of 32; a small one keeps the self-test short. */
const anySide = 128;

/** A picture made by arithmetic, the same everywhere: smooth slopes as photos have them under a fine pattern. */
export function goldenInput(id: NetworkId): ImageTensor {
  const { width, height, channels } = networks[id].input;
  const dims = [1, height || anySide, width || anySide, channels] as const;
  const data = new Uint8Array(dims[1] * dims[2] * channels);
  for (let i = 0; i < data.length; i += 1) {
    const pixel = Math.floor(i / channels);
    const x = (pixel % dims[2]) / dims[2];
    const y = Math.floor(pixel / dims[2]) / dims[1];
    const slope = [x, y, (x + y) / 2][i % channels] ?? 0;
    data[i] = Math.floor(slope * 191) + (((i * 7919) % 256) >> 2);
  }
  return { data, dims };
}
