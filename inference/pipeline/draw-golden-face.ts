import type { RgbImage } from "@/inference/image/rgb-image";

type Colour = readonly [red: number, green: number, blue: number];

/** An ellipse of the drawing; sizes in shares of the picture's side. `soft` is the width of its blurred edge, relative to its radius. */
interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly colour: Colour;
  readonly soft: number;
}

const background: Colour = [176, 186, 198];
const hair: Colour = [58, 42, 32];
const skin: Colour = [214, 170, 144];
const shade: Colour = [176, 128, 106];
const dark: Colour = [40, 28, 26];
const white: Colour = [236, 232, 228];
const lips: Colour = [168, 84, 84];

const pair = (x: number, ellipse: Omit<Ellipse, "x">): Ellipse[] => [
  { ...ellipse, x: 0.5 - x },
  { ...ellipse, x: 0.5 + x },
];

/** Back to front. */
const drawing: readonly Ellipse[] = [
  { x: 0.5, y: 1.05, rx: 0.42, ry: 0.26, colour: [70, 84, 110], soft: 0.05 },
  { x: 0.5, y: 0.4, rx: 0.27, ry: 0.32, colour: hair, soft: 0.06 },
  { x: 0.5, y: 0.78, rx: 0.1, ry: 0.16, colour: shade, soft: 0.15 },
  { x: 0.5, y: 0.48, rx: 0.22, ry: 0.3, colour: skin, soft: 0.06 },
  ...pair(0.14, { y: 0.55, rx: 0.07, ry: 0.14, colour: shade, soft: 0.9 }),
  ...pair(0.092, { y: 0.385, rx: 0.062, ry: 0.014, colour: hair, soft: 0.5 }),
  ...pair(0.09, { y: 0.44, rx: 0.055, ry: 0.04, colour: shade, soft: 0.6 }),
  ...pair(0.09, { y: 0.44, rx: 0.042, ry: 0.02, colour: white, soft: 0.25 }),
  ...pair(0.09, { y: 0.44, rx: 0.019, ry: 0.019, colour: dark, soft: 0.3 }),
  { x: 0.5, y: 0.51, rx: 0.022, ry: 0.08, colour: [226, 184, 160], soft: 0.8 },
  { x: 0.5, y: 0.585, rx: 0.05, ry: 0.022, colour: shade, soft: 0.7 },
  ...pair(0.024, { y: 0.588, rx: 0.012, ry: 0.008, colour: dark, soft: 0.6 }),
  { x: 0.5, y: 0.66, rx: 0.075, ry: 0.028, colour: lips, soft: 0.4 },
  { x: 0.5, y: 0.657, rx: 0.07, ry: 0.005, colour: dark, soft: 0.8 },
];

/** A square picture with one face, drawn by code: a photo of a person would have to be shipped with the server. Detectors take it for real. */
export function drawGoldenFace(side: number): RgbImage {
  const canvas = new Float32Array(side * side * 3);
  for (let i = 0; i < canvas.length; i += 1) canvas[i] = background[i % 3] as number;
  for (const ellipse of drawing) paint(canvas, side, ellipse);
  return { data: Uint8Array.from(canvas, Math.round), width: side, height: side };
}

function paint(canvas: Float32Array, side: number, ellipse: Ellipse): void {
  const { rx, ry, soft, colour } = ellipse;
  const reach = 1 + soft / 2;
  const pixels = (from: number) => Math.min(side, Math.max(0, Math.round(from * side)));
  const [right, bottom] = [pixels(ellipse.x + rx * reach), pixels(ellipse.y + ry * reach)];
  for (let y = pixels(ellipse.y - ry * reach); y < bottom; y += 1) {
    for (let x = pixels(ellipse.x - rx * reach); x < right; x += 1) {
      const distance = Math.hypot(((x + 0.5) / side - ellipse.x) / rx, ((y + 0.5) / side - ellipse.y) / ry);
      const cover = Math.min(1, Math.max(0, (reach - distance) / soft));
      for (let channel = 0; channel < 3; channel += 1) {
        const at = (y * side + x) * 3 + channel;
        const below = canvas[at] as number;
        canvas[at] = below + ((colour[channel] as number) - below) * cover;
      }
    }
  }
}
