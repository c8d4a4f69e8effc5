import type { ShownFace } from "./answer";
import type { Picture } from "./picture";

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture in its place; coordinates of its pixels are scaled, then moved. */
interface PlacedPicture extends Rectangle {
  readonly href: string | null;
  readonly scale: number;
}

/** Pictures side by side, as high as each other. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly PlacedPicture[];
}

/** Of the height: what lies between two pictures. */
const gap = 0.04;

type Size = Pick<Rectangle, "width" | "height">;

/** What the faces reach to, with a margin: the size of a picture that the browser cannot decode. */
function extentOf(faces: readonly ShownFace[]): Size {
  const width = Math.max(100, ...faces.map(({ box }) => box.x_max)) * 1.1;
  return { width, height: Math.max(100, ...faces.map(({ box }) => box.y_max)) * 1.1 };
}

/** Lays pictures out; the unit is a pixel of the highest one. */
export function arrange(pictures: readonly Picture[], faces: readonly ShownFace[]): Scene {
  const sizes = pictures.map(({ shown }, at) => shown ?? extentOf(faces.filter(({ picture }) => picture === at)));
  const height = Math.max(1, ...sizes.map((size) => size.height));
  let x = 0;
  const placed = sizes.map((size, at): PlacedPicture => {
    const scale = height / size.height;
    const place = { href: pictures[at]?.shown?.href ?? null, scale, x, y: 0, width: size.width * scale, height };
    x += place.width + height * gap;
    return place;
  });
  return { width: Math.max(1, x - height * gap), height, pictures: placed };
}

/** Where a point of a face's picture lies. */
export function toScene({ pictures }: Scene, { picture }: ShownFace, [x, y]: readonly [number, number]) {
  const { scale, x: left, y: top } = pictures[picture] ?? { scale: 1, x: 0, y: 0 };
  return [left + x * scale, top + y * scale] as const;
}

/** Where the box of a face lies. */
export function boxOf(scene: Scene, face: ShownFace): Rectangle {
  const [x, y] = toScene(scene, face, [face.box.x_min, face.box.y_min]);
  const [right, bottom] = toScene(scene, face, [face.box.x_max, face.box.y_max]);
  return { x, y, width: right - x, height: bottom - y };
}
