import { expect, it } from "vitest";
import type { ShownFace } from "./answer";
import type { Picture } from "./picture";
import { arrange, boxOf } from "./scene";

const pictureOf = (width: number, height: number): Picture => ({
  file: new File([], "photo.jpg"),
  shown: { href: "blob:", width, height },
});
const face = (picture: number): ShownFace => ({
  number: 1,
  picture,
  box: { x_min: 10, y_min: 20, x_max: 30, y_max: 60 },
});

it("draws one picture in its own pixels", () => {
  const scene = arrange([pictureOf(640, 480)], []);
  expect(scene).toMatchObject({ width: 640, height: 480 });
  expect(boxOf(scene, face(0))).toEqual({ x: 10, y: 20, width: 20, height: 40 });
});

it("puts two pictures side by side as high as each other, boxes with them", () => {
  const scene = arrange([pictureOf(400, 1000), pictureOf(300, 500)], []);
  expect(scene).toMatchObject({ width: 400 + 40 + 600, height: 1000 });
  expect(boxOf(scene, face(1))).toEqual({ x: 440 + 20, y: 40, width: 40, height: 80 });
});

it("makes room for the boxes on a picture that the browser cannot show", () => {
  const unknown: Picture = { file: new File([], "photo.tiff"), shown: null };
  const scene = arrange([unknown], [{ ...face(0), box: { x_min: 0, y_min: 0, x_max: 900, y_max: 300 } }]);
  expect(scene.width).toBeGreaterThan(900);
  expect(scene.pictures[0]?.href).toBeNull();
});
