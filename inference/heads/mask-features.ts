import { poolMap } from "./pool-map";

const mapSide = 8;
const cells = 3;

/** What the mask head looks at: the recognition network's `map8` as means of nine areas of the chip. */
export function maskFeatures(map8: Float32Array): Float32Array {
  return poolMap(map8, mapSide, cells);
}
