import { expect, it } from "vitest";
import { qualityAdvice } from "@/lib/domain/quality/advice";
import { english } from "./messages/english";

it("says of every measure in English what the API says", () => {
  const said = Object.entries(qualityAdvice).map(([measure, { problem, advice }]) => [measure, `${problem} ${advice}`]);
  expect(english.qualityReasons).toEqual(Object.fromEntries(said));
  expect(Object.keys(english.qualityMeasures)).toEqual(Object.keys(qualityAdvice));
});
