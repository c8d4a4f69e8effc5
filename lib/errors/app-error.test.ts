import { expect, it, vi } from "vitest";
import { AppError } from "./app-error";

class Narrower extends AppError {}

it("is known to another copy of its class, as Next's bundles hold one each", async () => {
  vi.resetModules();
  const copy = await import("./app-error");
  expect(copy.AppError).not.toBe(AppError);
  expect(new copy.AppError("busy", "later")).toBeInstanceOf(AppError);
  expect(new AppError("busy", "later")).toBeInstanceOf(copy.AppError);
});

it("is told from other errors and from its subclasses", () => {
  expect(new Error("x")).not.toBeInstanceOf(AppError);
  expect(null).not.toBeInstanceOf(AppError);
  expect(new AppError("busy", "later")).not.toBeInstanceOf(Narrower);
  expect(new Narrower("busy", "later")).toBeInstanceOf(Narrower);
  expect(new Narrower("busy", "later")).toBeInstanceOf(AppError);
});
