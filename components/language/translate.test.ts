import { expect, it } from "vitest";
import { english } from "./messages/english";
import { german } from "./messages/german";
import { createTranslate } from "./translate";

const inEnglish = createTranslate("en", english);
const inGerman = createTranslate("de", german);

it("fills the places of a text, braces in what fills them included", () => {
  expect(inEnglish("applications.deleted", { name: "{name} & co" })).toBe("{name} & co is deleted.");
});

it.each([
  [0, "0 services", "0 Dienste"],
  [1, "1 service", "1 Dienst"],
  [2, "2 services", "2 Dienste"],
  [12_345, "12,345 services", "12.345 Dienste"],
])("takes the form for %i and writes the number as the language does", (count, en, de) => {
  expect(inEnglish("applications.services", { count })).toBe(en);
  expect(inGerman("applications.services", { count })).toBe(de);
});

it("refuses a name that no text has, and a text whose places are not filled, when it is compiled", () => {
  // @ts-expect-error there is no such text
  expect(() => inEnglish("applications.nothing")).toThrow("no text is called applications.nothing");
  // @ts-expect-error the name is missing
  expect(inEnglish("applications.deleted")).toBe("undefined is deleted.");
  // @ts-expect-error it has no place for a number
  expect(inEnglish("applications.deleted", { name: "A", count: 1 })).toBe("A is deleted.");
});
