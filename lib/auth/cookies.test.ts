import { expect, it } from "vitest";
import { readCookies } from "./cookies";

const cookiesOf = (cookie: string) => readCookies(new Headers({ cookie }));

it.each([
  ["a=1; b=2", { a: "1", b: "2" }],
  ["a=x%20y", { a: "x y" }],
  ["a=%zz", { a: "%zz" }],
  ['a="quoted"', { a: "quoted" }],
  ["a=1; a=2", { a: "1" }],
  ["a=b=c", { a: "b=c" }],
  ["nothing; =x; ;", {}],
  ["", {}],
])("%s is read as %j", (header, cookies) => {
  expect(cookiesOf(header)).toEqual(cookies);
});

it("keeps a cookie with the name of an object's member apart from it", () => {
  expect(Object.hasOwn(cookiesOf("__proto__=x"), "__proto__")).toBe(true);
  expect(cookiesOf("a=1").constructor).toBe(Object);
});
