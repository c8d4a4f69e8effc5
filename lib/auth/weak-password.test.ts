import { expect, it } from "vitest";
import { weaknessOf } from "./weak-password";

const anna = { email: "anna.kim@example.org", firstName: "Anna", lastName: "Zarembova" };
const weakness = (password: string, lengthMin = 8) => weaknessOf(password, anna, lengthMin);

it.each(["correct horse battery", "jUyt-93kd", "пароль не простой", "annas cat likes tuna"])(
  "accepts %s",
  (password) => {
    expect(weakness(password)).toBeNull();
  },
);

it.each([
  "password",
  "Password",
  "password2026!",
  "12345678",
  "qwertyuiop",
  "iloveyou",
  "ｐａｓｓｗｏｒｄ",
  "letmein1234",
])("refuses %s as common", (password) => {
  expect(weakness(password)).toContain("most common");
});

it.each([
  "zarembova",
  "Zarembova77",
  "annazarembova",
  "Anna Zarembova!",
  "anna.kim@example.org",
  "example.org1",
  "CompreFace1",
])("refuses %s as the person's or the product's own", (password) => {
  expect(weakness(password)).toContain("must not be a name");
});

it("refuses a few characters repeated", () => {
  expect(weakness("xyzxyzxyzxyz")).toContain("different characters");
});

it("counts characters, not code units, against the length that is configured", () => {
  expect(weakness("j7-pq🙂x")).toContain("8 characters");
  expect(weakness("correct horse", 15)).toContain("15 characters");
});
