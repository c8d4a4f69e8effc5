import { eyeCentres, meshPoint } from "@/inference/faces/mesh-points";
import { colourAt, paint } from "./canvas";
import type { Sitter } from "./occluders";
import { boundsOf, convexHull, isInside } from "./shapes";

/** A shadow over one side of the picture: changes the face but covers nothing. */
export function paintShadow({ canvas, mesh, random }: Sitter): void {
  const [x0, y0] = meshPoint(mesh, [1, 9, 50, 280][Math.floor(random() * 4)] as number);
  const angle = random() * 2 * Math.PI;
  const [depth, edge] = [0.3 + 0.5 * random(), 4 + 40 * random()];
  const { width, height } = canvas.image;
  paint(canvas, {
    bounds: [0, 0, width, height],
    alphaAt: (x, y) => depth / (1 + Math.exp(-((x - x0) * Math.cos(angle) + (y - y0) * Math.sin(angle)) / edge)),
    colourAt: () => [8, 6, 6],
    isCovering: false,
  });
}

/** Stubble or a beard around mouth and chin, in short dark hairs. */
export function paintBeard({ canvas, mesh, random }: Sitter): void {
  const hull = convexHull(
    [58, 172, 150, 149, 148, 152, 377, 378, 379, 397, 288, 426, 2, 206].map((index) => meshPoint(mesh, index)),
  );
  const lips = convexHull([61, 37, 0, 267, 291, 314, 17, 84].map((index) => meshPoint(mesh, index)));
  const [left, right] = eyeCentres(mesh);
  const reach = Math.hypot(right[0] - left[0], right[1] - left[1]) * 0.15;
  const [density, skin] = [0.2 + 0.6 * random(), colourAt(canvas, meshPoint(mesh, 50))];
  const tone = 0.15 + 0.4 * random();
  const centre = meshPoint(mesh, 18);
  paint(canvas, {
    bounds: boundsOf(hull),
    alphaAt: (x, y) => {
      if (!isInside(hull, x, y) || isInside(lips, x, y)) return 0;
      const edge = Math.min(1, Math.hypot(x - centre[0], y - centre[1]) / (4 * reach));
      return Math.min(0.95, density * (0.5 + random()) * (1.1 - 0.4 * edge));
    },
    colourAt: () => {
      const light = tone * (0.6 + 0.8 * random());
      return [skin[0] * light, skin[1] * light, skin[2] * light];
    },
    isCovering: false,
  });
}

/** Brighter, darker, greyer, noisier: what cameras do to faces. */
export function changeLight({ canvas: { image }, random }: Sitter): void {
  const [gain, gamma, noise] = [0.6 + 0.7 * random(), 0.7 + 0.7 * random(), random() < 0.5 ? 12 * random() : 0];
  const colour = random() < 0.25 ? 0 : 0.5 + 0.7 * random();
  const table = Float32Array.from({ length: 256 }, (_, value) => 255 * gain * (value / 255) ** gamma);
  for (let at = 0; at < image.data.length; at += 3) {
    const rgb = [0, 1, 2].map((c) => table[image.data[at + c] as number] as number);
    const grey = ((rgb[0] as number) + (rgb[1] as number) + (rgb[2] as number)) / 3;
    for (let c = 0; c < 3; c++) {
      const value = grey + colour * ((rgb[c] as number) - grey) + (random() - 0.5) * noise;
      image.data[at + c] = Math.max(0, Math.min(255, value));
    }
  }
}
