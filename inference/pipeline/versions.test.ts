import { expect, it } from "vitest";
import { versionsOf } from "./versions";

it("names our own fits behind age and pose beside the networks", () => {
  expect(versionsOf(["age", "pose"])).toMatchObject({ age: "age-gender-1+age-1", pose: "mesh-1+pose-1" });
});

it("names what was asked for and the detector, nothing else", () => {
  expect(Object.keys(versionsOf(["mask", "bodies"]))).toEqual(["detector", "mask", "bodies"]);
});

it("lets a pack's networks take the place of the standard ones", () => {
  const own = { detector: "scrfd-1", embedding: "arcface-1" };
  expect(versionsOf(["embedding", "mask"], own)).toEqual({ ...own, mask: versionsOf(["mask"]).mask });
});
