import { eyeCentres, type Mesh, meshPoint } from "@/inference/faces/mesh-points";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { OcclusionRegion, Point } from "@/inference/pipeline/analysis";
import { type Canvas, colourAt, paint } from "./canvas";
import { polygonOf } from "./regions";
import { between, boundsOf, distanceFrom, isInside } from "./shapes";

/** One face to paint on. */
export interface Sitter {
  readonly canvas: Canvas;
  readonly mesh: Mesh;
  readonly random: () => number;
  /** Another photo, to cut textures from. */
  readonly texture: RgbImage;
}

type Occluder = (sitter: Sitter) => void;

const pick = <T>(items: readonly T[], random: () => number) => items[Math.floor(random() * items.length)] as T;
const spread = (random: () => number, from: number, to: number) => from + random() * (to - from);
const apartOf = (mesh: Mesh) => {
  const [[ax, ay], [bx, by]] = eyeCentres(mesh);
  return Math.hypot(bx - ax, by - ay);
};

/** A mask from the bridge of the nose to below the chin, in one colour with soft folds. */
export const paintMask: Occluder = ({ canvas, mesh, random }) => {
  const bridge = pick([6, 197, 195, 5], random);
  const side = pick(
    [
      [234, 454],
      [93, 323],
      [132, 361],
    ] as const,
    random,
  );
  const outline = [side[0], 58, 172, 150, 149, 148, 152, 377, 378, 379, 397, 288, side[1], 347, bridge, 118];
  const middle = meshPoint(mesh, 13);
  const polygon = outline.map((index) => between(middle, meshPoint(mesh, index), spread(random, 0.98, 1.08)));
  const base = pick(
    [
      [235, 240, 245],
      [150, 190, 220],
      [120, 180, 190],
      [30, 30, 35],
      [90, 90, 100],
      [180, 60, 70],
      [230, 210, 200],
    ] as const,
    random,
  );
  const shade = spread(random, 0.6, 1);
  const [wave, depth, turn] = [spread(random, 0.08, 0.5), spread(random, 0, 0.15), random() * 6];
  paint(canvas, {
    bounds: boundsOf(polygon),
    alphaAt: (x, y) => (isInside(polygon, x, y) ? 1 : 0),
    colourAt: (x, y) => {
      const light =
        shade * (1 + depth * Math.sin(wave * y + turn)) * (1 - Math.abs(x - middle[0]) / (6 * apartOf(mesh)));
      const noise = (random() - 0.5) * 10;
      return [base[0] * light + noise, base[1] * light + noise, base[2] * light + noise];
    },
    isCovering: true,
  });
};

/** Frames of some shape around both eyes; dark lenses cover, clear ones do not. */
export function paintGlasses({ canvas, mesh, random }: Sitter, isDark: boolean): void {
  const apart = apartOf(mesh);
  const [left, right] = eyeCentres(mesh);
  const angle = Math.atan2(right[1] - left[1], right[0] - left[0]);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [halfWidth, halfHeight] = [apart * spread(random, 0.36, 0.5), apart * spread(random, 0.22, 0.42)];
  const [power, drop] = [spread(random, 2, 5), apart * spread(random, -0.06, 0.1)];
  const ink = spread(random, 0, 70);
  const tint = [ink + spread(random, -8, 25), ink + spread(random, -8, 10), ink + spread(random, -8, 10)] as const;
  const [strength, fade, rim] = [
    isDark ? spread(random, 0.72, 1) : spread(random, 0, 0.12),
    random() < 0.4 ? spread(random, 0, 0.35) : 0,
    spread(random, 0.03, 0.12),
  ];
  const glint = random() < 0.5 ? spread(random, 0.2, 0.7) : 0;
  const [glintX, glintY] = [spread(random, -0.6, 0.6), spread(random, -0.7, 0.2)];
  const frame = random() < 0.75 ? spread(random, 0, 120) : undefined;
  const bridgeY = spread(random, -0.5, 0.2) * halfHeight;
  const local = (eye: Point, x: number, y: number) => {
    const [dx, dy] = [x - eye[0] + drop * sin, y - eye[1] - drop * cos];
    return [(dx * cos + dy * sin) / halfWidth, (dy * cos - dx * sin) / halfHeight] as const;
  };
  const reach = Math.max(halfWidth, halfHeight) + 3;
  for (const eye of [left, right]) {
    const radius = (x: number, y: number) => {
      const [u, v] = local(eye, x, y);
      return (Math.abs(u) ** power + Math.abs(v) ** power) ** (1 / power);
    };
    paint(canvas, {
      bounds: boundsOf([eye], reach),
      alphaAt: (x, y) => (radius(x, y) < 1 ? strength * (1 - fade * Math.max(0, local(eye, x, y)[1])) : 0),
      colourAt: (x, y) => {
        const [u, v] = local(eye, x, y);
        const shine = glint * 200 * Math.exp(-((u - glintX) ** 2 + (v - glintY) ** 2) * 12);
        return [tint[0] + shine, tint[1] + shine, tint[2] + shine];
      },
      isCovering: isDark,
    });
    if (frame === undefined && isDark) continue;
    const colour = frame ?? 60;
    paint(canvas, {
      bounds: boundsOf([eye], reach * 1.2),
      alphaAt: (x, y) => (Math.abs(radius(x, y) - 1) < rim ? 0.85 : 0),
      colourAt: () => [colour, colour * 0.9, colour * 0.8],
      isCovering: isDark,
    });
  }
  const bridge = [between(left, right, 0.38), between(left, right, 0.62)].map(
    ([x, y]): Point => [x - bridgeY * sin, y + bridgeY * cos],
  ) as [Point, Point];
  const temples = [
    [left, meshPoint(mesh, 127)],
    [right, meshPoint(mesh, 356)],
  ] as const;
  const lines = [
    bridge,
    ...temples.map(([eye, ear]): [Point, Point] => [
      between(eye, ear, halfWidth / Math.hypot(ear[0] - eye[0], ear[1] - eye[1])),
      ear,
    ]),
  ];
  for (const [from, to] of lines) {
    paint(canvas, {
      bounds: boundsOf([from, to], 4),
      alphaAt: (x, y) => (distanceFrom(from, to, x, y) < apart * rim * 0.5 ? 0.85 : 0),
      colourAt: () => [frame ?? ink, frame ?? ink, frame ?? ink],
      isCovering: false,
    });
  }
}

/** Fingers: thick lines in about the colour of the face's skin, darker towards their edges. */
export const paintHand: Occluder = ({ canvas, mesh, random }) => {
  const apart = apartOf(mesh);
  const skin = colourAt(canvas, meshPoint(mesh, pick([50, 280, 151], random)));
  const tone = spread(random, 0.75, 1.2);
  const [hitX, hitY] = meshPoint(mesh, pick([13, 152, 1, 50, 280, 159, 386, 151, 105, 334], random));
  const heading = random() * 2 * Math.PI;
  const thickness = apart * spread(random, 0.12, 0.2);
  const fingers = 2 + Math.floor(random() * 3);
  for (let finger = 0; finger < fingers; finger++) {
    const offset = (finger - (fingers - 1) / 2) * thickness * 2 * spread(random, 0.9, 1.15);
    const [startX, startY] = [hitX - offset * Math.sin(heading), hitY + offset * Math.cos(heading)];
    const tip: Point = [
      startX - Math.cos(heading) * apart * spread(random, 0.1, 0.5),
      startY - Math.sin(heading) * apart * spread(random, 0.1, 0.5),
    ];
    const root: Point = [startX + Math.cos(heading) * apart * 2.5, startY + Math.sin(heading) * apart * 2.5];
    paint(canvas, {
      bounds: boundsOf([tip, root], thickness),
      alphaAt: (x, y) => Math.max(0, Math.min(1, thickness - distanceFrom(tip, root, x, y))),
      colourAt: (x, y) => {
        const edge = distanceFrom(tip, root, x, y) / thickness;
        const light = tone * (1.05 - 0.35 * edge * edge);
        return [skin[0] * light, skin[1] * light, skin[2] * light];
      },
      isCovering: true,
    });
  }
};

/** A piece of another photo, of a plain colour or of coarse noise, in an ellipse or a turned box. */
export const paintPatch: Occluder = ({ canvas, mesh, random, texture }) => {
  const region = pick(
    [
      "leftCheek",
      "rightCheek",
      "chin",
      "leftEye",
      "rightEye",
      "forehead",
      "mouth",
      "nose",
      "leftEyebrow",
      "rightEyebrow",
    ] as const,
    random,
  );
  const apart = apartOf(mesh);
  const [left, top, right, bottom] = boundsOf(polygonOf(mesh, region));
  const [x0, y0] = [
    (left + right) / 2 + spread(random, -0.2, 0.2) * apart,
    (top + bottom) / 2 + spread(random, -0.2, 0.2) * apart,
  ];
  const [width, height] = [apart * spread(random, 0.25, 0.8), apart * spread(random, 0.2, 0.6)];
  const [angle, isBox, kind] = [random() * Math.PI, random() < 0.5, random()];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const plain = [random() * 255, random() * 255, random() * 255] as const;
  const [fromX, fromY] = [random() * texture.width, random() * texture.height];
  paint(canvas, {
    bounds: boundsOf([[x0, y0]], Math.hypot(width, height)),
    alphaAt: (x, y) => {
      const [u, v] = [
        Math.abs((x - x0) * cos + (y - y0) * sin) / width,
        Math.abs((y - y0) * cos - (x - x0) * sin) / height,
      ];
      const radius = isBox ? Math.max(u, v) : Math.hypot(u, v);
      return Math.max(0, Math.min(1, (1 - radius) * 12));
    },
    colourAt: (x, y) => {
      if (kind < 0.3) return plain;
      const at = (Math.floor(fromY + y) % texture.height) * texture.width + (Math.floor(fromX + x) % texture.width);
      return [texture.data[at * 3] as number, texture.data[at * 3 + 1] as number, texture.data[at * 3 + 2] as number];
    },
    isCovering: true,
  });
};

/** Strands that fall from the top of the head over forehead and eyes. */
export const paintHair: Occluder = ({ canvas, mesh, random }) => {
  const apart = apartOf(mesh);
  const [topX, topY] = meshPoint(mesh, 10);
  const tone = pick([20, 35, 60, 110, 150], random);
  const [middle, half] = [spread(random, -0.9, 0.9) * apart, spread(random, 0.2, 1.1) * apart];
  const length = apart * spread(random, 0.5, 1.5);
  const strands = Math.round((half / apart) * spread(random, 25, 80));
  for (let strand = 0; strand < strands; strand++) {
    const x = topX + middle + spread(random, -half, half);
    const [from, to]: [Point, Point] = [
      [x + spread(random, -0.1, 0.1) * apart, topY - 0.3 * apart],
      [x + spread(random, -0.25, 0.25) * apart, topY + length * spread(random, 0.7, 1.1)],
    ];
    const [thickness, shade] = [apart * spread(random, 0.015, 0.04), tone * spread(random, 0.6, 1.4)];
    paint(canvas, {
      bounds: boundsOf([from, to], thickness),
      alphaAt: (px, py) => (distanceFrom(from, to, px, py) < thickness ? 0.95 : 0),
      colourAt: () => [shade * 1.1, shade * 0.95, shade * 0.8],
      isCovering: true,
    });
  }
};

/** A plain bar across a region and what lies beside it, as pictures are censored. */
export const paintBar: Occluder = ({ canvas, mesh, random }) => {
  const region: OcclusionRegion = pick(["leftEye", "mouth", "forehead", "nose"] as const, random);
  const [, top, , bottom] = boundsOf(polygonOf(mesh, region), apartOf(mesh) * spread(random, 0.05, 0.2));
  const [left, , right] = boundsOf([meshPoint(mesh, 234), meshPoint(mesh, 454)]);
  const grey = pick([0, 0, 40, 128, 255], random);
  paint(canvas, {
    bounds: [left, top, right, bottom],
    alphaAt: () => 1,
    colourAt: () => [grey, grey, grey],
    isCovering: true,
  });
};
