import { expect, it } from "vitest";
import { isRowId, newRowId } from "./row-id";

it("makes UUIDs of version 7 that no two callers share", () => {
  const ids = Array.from({ length: 1000 }, () => newRowId());
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(1000);
});

it("begins with the time, so that later ids sort behind", () => {
  expect(newRowId(Date.UTC(2022, 1, 22, 19, 22, 22))).toMatch(/^017f22e2-79b0-7/);
  expect(newRowId(1) < newRowId(2)).toBe(true);
});

it("tells an id from any other text", () => {
  expect(isRowId(newRowId().toUpperCase())).toBe(true);
  for (const text of ["", "1", `${newRowId()}0`, newRowId().replace("-", "_")]) expect(isRowId(text)).toBe(false);
});
