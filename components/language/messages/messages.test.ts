import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { PluralForms } from "@/components/language/message-types";
import { splitTemplate } from "@/components/language/translate";
import { english } from "./english";
import { german } from "./german";

type Texts = Readonly<Record<string, string | PluralForms>>;

const partsOf = (messages: Readonly<Record<string, Texts>>) =>
  Object.entries(messages).flatMap(([part, texts]) =>
    Object.entries(texts).map(([name, text]) => [`${part}.${name}`, text] as const),
  );

const formsOf = (text: string | PluralForms) => (typeof text === "string" ? [text] : [text.one, text.other]);

/** The places of all forms of a text, each once. */
const placesOf = (text: string | PluralForms) =>
  [...new Set(formsOf(text).flatMap((form) => splitTemplate(form).filter((_, index) => index % 2 === 1)))].sort();

const shapeOf = (messages: Readonly<Record<string, Texts>>) =>
  Object.fromEntries(
    partsOf(messages).map(([key, text]) => [key, { plural: typeof text !== "string", places: placesOf(text) }]),
  );

it("has a text for every error code", async () => {
  const codes = (await readdir("docs/errors")).map((page) => page.replace(/\.md$/, ""));
  expect(Object.keys(english.problems).sort()).toEqual(codes.sort());
});

describe("the German texts", () => {
  it("are the English ones by name, plural and places", () => {
    expect(shapeOf(german)).toEqual(shapeOf(english));
  });
});

describe.each([
  ["English", english],
  ["German", german],
])("%s", (_, messages) => {
  it("leaves no text empty", () => {
    const empty = partsOf(messages).filter(([, text]) => formsOf(text).some((form) => form.trim() === ""));
    expect(empty).toEqual([]);
  });

  it("has no brace that opens or closes nothing", () => {
    const broken = partsOf(messages).filter(([, text]) =>
      formsOf(text).some((form) => /[{}]/.test(form.replaceAll(/\{\w+\}/g, ""))),
    );
    expect(broken).toEqual([]);
  });
});
