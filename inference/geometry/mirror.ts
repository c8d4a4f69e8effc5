/** The left-right mirror image of a crop of `width` pixels, RGB bytes row by row. */
export function mirrorCrop(crop: Uint8Array, width: number): Uint8Array {
  const mirrored = new Uint8Array(crop.length);
  const stride = width * 3;
  for (let row = 0; row < crop.length; row += stride) {
    for (let x = 0; x < width; x++) {
      const [from, to] = [row + x * 3, row + (width - 1 - x) * 3];
      mirrored[to] = crop[from] as number;
      mirrored[to + 1] = crop[from + 1] as number;
      mirrored[to + 2] = crop[from + 2] as number;
    }
  }
  return mirrored;
}
