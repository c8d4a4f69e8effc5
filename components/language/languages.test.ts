import { expect, it } from "vitest";
import { chooseLanguage } from "./languages";

it.each([
  ["de-AT,de;q=0.9,en;q=0.5", "de"],
  ["fr, en;q=0.3, de;q=0.8", "de"],
  ["fr;q=1, de;q=0, en;q=0.1", "en"],
  ["DE", "de"],
  ["fr, it", "en"],
  ["*", "en"],
  ["de;q=x", "en"],
  ["", "en"],
  [null, "en"],
])("for a browser that asks for %s takes %s", (acceptLanguage, language) => {
  expect(chooseLanguage({ chosen: undefined, acceptLanguage })).toBe(language);
});

it("puts the reader's choice before the wishes of the browser", () => {
  expect(chooseLanguage({ chosen: "en", acceptLanguage: "de" })).toBe("en");
});

it("passes over a choice that is none of the languages", () => {
  expect(chooseLanguage({ chosen: "../de", acceptLanguage: "de" })).toBe("de");
});
