import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { facesOf, refusalOf, stagesOf } from "./answer";
import type { Picture } from "./picture";

const golden = (wire: string, name: string): unknown =>
  JSON.parse(readFileSync(`lib/wire/${wire}/contract/golden/${name}.response.json`, "utf8"));

const picture: Picture = { file: new File([], "photo.jpg"), shown: { href: "blob:", width: 640, height: 480 } };

describe("faces are read out of the answers of the wires", () => {
  it.each(["detect-full-classic", "detect-full-1.x"])("whatever the format of age and gender: %s", (name) => {
    const [face] = facesOf(golden("compreface", name), [picture]);
    expect(face).toMatchObject({ number: 1, picture: 0, age: { low: 25, high: 32 }, gender: "female" });
    expect(face?.box).toMatchObject({ x_min: 10, y_min: 20, x_max: 110, y_max: 140 });
  });

  it("the face of the first picture before those of the second", () => {
    const faces = facesOf(golden("compreface", "verify-two-faces"), [picture, picture]);
    expect(faces.map(({ number, picture: at, similarity }) => [number, at, similarity === undefined])).toEqual([
      [1, 0, true],
      ...faces.slice(1).map((_, index) => [index + 2, 1, false]),
    ]);
    expect(faces.length).toBeGreaterThan(1);
  });

  it("boxes in pixels, whatever the vendor counts in", () => {
    const boxOf = (wire: string, name: string) => facesOf(golden(wire, name), [picture])[0]?.box;
    expect(boxOf("alchera", "faces")).toMatchObject({ x_min: 117.23624, x_max: 117.23624 + 202.05891 });
    expect(boxOf("senseid", "one-face")).toEqual({ x_min: 120, y_min: 80, x_max: 361, y_max: 400 });
    expect(boxOf("threedivi", "fitter")).toMatchObject({ x_min: 64, y_min: 24, x_max: 192, y_max: 120 });
  });

  it("live or not, with the whole picture for a place where none is told", () => {
    const answer = { objects: [{ class: "face", liveness: { confidence: 0.25, value: "FAKE" } }] };
    expect(facesOf(answer, [picture])).toMatchObject([
      { isLive: false, liveness: { probability: 0.25 }, box: { x_min: 0, y_min: 0, x_max: 640, y_max: 480 } },
    ]);
  });

  it("none where no places are told", () => {
    expect(facesOf(golden("nodeflux", "accepted"), [picture])).toEqual([]);
    expect(facesOf(undefined, [])).toEqual([]);
  });
});

it("adds up the times of all faces, the longest first", () => {
  const face = (execution_time: Record<string, number>) => ({
    number: 1,
    picture: 0,
    box: { x_min: 0, y_min: 0, x_max: 1, y_max: 1 },
    execution_time,
  });
  expect(stagesOf([face({ age: 2, detector: 10 }), face({ age: 3 })])).toEqual([
    ["detector", 10],
    ["age", 5],
  ]);
});

it.each([
  [{ message: "No face is found in the given image", code: 28 }, "No face is found in the given image"],
  [{ title: "No face", detail: "The picture contains no face.", code: "no_face" }, "The picture contains no face."],
  [{ result: [] }, undefined],
])("finds what a service says against a picture in %o", (body, message) => {
  expect(refusalOf(body)?.message).toBe(message);
});
