/**
 * Fourier transform in place of a row or column of complex numbers whose count is a power of two (Cooley and Tukey 1965).
 */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const count = real.length;
  for (let i = 1, j = 0; i < count; i++) {
    let bit = count >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [real[i], real[j]] = [real[j] as number, real[i] as number];
      [imaginary[i], imaginary[j]] = [imaginary[j] as number, imaginary[i] as number];
    }
  }
  for (let span = 2; span <= count; span <<= 1) {
    for (let k = 0; k < span / 2; k++) {
      const [cos, sin] = [Math.cos((-2 * Math.PI * k) / span), Math.sin((-2 * Math.PI * k) / span)];
      for (let at = k; at < count; at += span) {
        const other = at + span / 2;
        const [re, im] = [real[other] as number, imaginary[other] as number];
        const [turnedRe, turnedIm] = [re * cos - im * sin, re * sin + im * cos];
        real[other] = (real[at] as number) - turnedRe;
        imaginary[other] = (imaginary[at] as number) - turnedIm;
        real[at] = (real[at] as number) + turnedRe;
        imaginary[at] = (imaginary[at] as number) + turnedIm;
      }
    }
  }
}

/** Magnitudes of a square picture's frequencies, `[v * sidePx + u]`; the edges are faded out first (Hann). */
export function spectrumOf(grey: Uint8Array, sidePx: number): Float64Array {
  const fade = Float64Array.from({ length: sidePx }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / sidePx));
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const rows = Array.from({ length: sidePx }, (_, y) => {
    const real = Float64Array.from(
      fade,
      (share, x) => ((grey[y * sidePx + x] as number) - mean) * share * (fade[y] as number),
    );
    const imaginary = new Float64Array(sidePx);
    transform(real, imaginary);
    return { real, imaginary };
  });
  const magnitudes = new Float64Array(sidePx * sidePx);
  for (let u = 0; u < sidePx; u++) {
    const real = Float64Array.from(rows, (row) => row.real[u] as number);
    const imaginary = Float64Array.from(rows, (row) => row.imaginary[u] as number);
    transform(real, imaginary);
    for (let v = 0; v < sidePx; v++) magnitudes[v * sidePx + u] = Math.hypot(real[v] as number, imaginary[v] as number);
  }
  return magnitudes;
}
