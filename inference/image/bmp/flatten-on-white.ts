/** Lays `rgb` on white in place; `alpha` has one byte a pixel, 255 is opaque. */
export function flattenOnWhite(rgb: Uint8Array, alpha: Uint8Array): void {
  for (let i = 0; i < alpha.length; i++) {
    const opacity = (alpha[i] as number) / 255;
    const white = 255 * (1 - opacity) + 0.5;
    rgb[i * 3] = (rgb[i * 3] as number) * opacity + white;
    rgb[i * 3 + 1] = (rgb[i * 3 + 1] as number) * opacity + white;
    rgb[i * 3 + 2] = (rgb[i * 3 + 2] as number) * opacity + white;
  }
}

/** Writers that know no transparency leave the alpha bytes zero; a wholly invisible picture is never meant. */
export function hasVisiblePixel(alpha: Uint8Array): boolean {
  return alpha.some((value) => value !== 0);
}
