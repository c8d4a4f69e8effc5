/** Cosine and sine of every turn that a transform of `count` numbers needs: those of a span from half of it on. */
interface Turns {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

function turnsOf(count: number): Turns {
  const [cos, sin] = [new Float64Array(count), new Float64Array(count)];
  for (let span = 2; span <= count; span <<= 1) {
    for (let k = 0; k < span / 2; k++) {
      const angle = (-2 * Math.PI * k) / span;
      cos[span / 2 + k] = Math.cos(angle);
      sin[span / 2 + k] = Math.sin(angle);
    }
  }
  return { cos, sin };
}

/** Puts each number where its index with the bits in reverse order says. */
function reorder(values: Float64Array): void {
  const count = values.length;
  for (let i = 1, j = 0; i < count; i++) {
    let bit = count >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    const value = values[i] as number;
    values[i] = values[j] as number;
    values[j] = value;
  }
}

/**
 * Fourier transform in place of a row or column of complex numbers whose count is a power of two (Cooley and Tukey 1965).
 */
function transform(real: Float64Array, imaginary: Float64Array, turns: Turns): void {
  reorder(real);
  reorder(imaginary);
  for (let half = 1; half < real.length; half <<= 1) {
    for (let k = 0; k < half; k++) {
      const cos = turns.cos[half + k] as number;
      const sin = turns.sin[half + k] as number;
      for (let at = k; at < real.length; at += 2 * half) {
        const re = real[at + half] as number;
        const im = imaginary[at + half] as number;
        const turnedRe = re * cos - im * sin;
        const turnedIm = re * sin + im * cos;
        real[at + half] = (real[at] as number) - turnedRe;
        imaginary[at + half] = (imaginary[at] as number) - turnedIm;
        real[at] = (real[at] as number) + turnedRe;
        imaginary[at] = (imaginary[at] as number) + turnedIm;
      }
    }
  }
}

/**
 * Magnitudes of a square picture's frequencies, `[v * sidePx + u]` for u from 0 to half the side; the others repeat those
 * and stay 0. The edges are faded out first (Hann).
 */
export function spectrumOf(grey: Uint8Array, sidePx: number): Float64Array {
  const turns = turnsOf(sidePx);
  const rows = transformRows(grey, sidePx, turns);
  const magnitudes = new Float64Array(sidePx * sidePx);
  const [real, imaginary] = [new Float64Array(sidePx), new Float64Array(sidePx)];
  for (let u = 0; u <= sidePx / 2; u++) {
    for (let v = 0; v < sidePx; v++) {
      real[v] = rows.real[v * sidePx + u] as number;
      imaginary[v] = rows.imaginary[v * sidePx + u] as number;
    }
    transform(real, imaginary, turns);
    for (let v = 0; v < sidePx; v++) magnitudes[v * sidePx + u] = Math.hypot(real[v] as number, imaginary[v] as number);
  }
  return magnitudes;
}

function transformRows(grey: Uint8Array, sidePx: number, turns: Turns) {
  const fade = Float64Array.from({ length: sidePx }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / sidePx));
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const real = new Float64Array(grey.length);
  const imaginary = new Float64Array(grey.length);
  for (let y = 0; y < sidePx; y++) {
    const [from, to] = [y * sidePx, (y + 1) * sidePx];
    for (let x = 0; x < sidePx; x++) {
      real[from + x] = ((grey[from + x] as number) - mean) * (fade[x] as number) * (fade[y] as number);
    }
    transform(real.subarray(from, to), imaginary.subarray(from, to), turns);
  }
  return { real, imaginary };
}
