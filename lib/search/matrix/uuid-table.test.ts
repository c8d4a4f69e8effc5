import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { UuidTable } from "./uuid-table";

it("finds every UUID where it was put, in any case, and no other", () => {
  const table = new UuidTable();
  const ids = Array.from({ length: 5_000 }, () => randomUUID());
  expect(ids.map((id) => table.add(id))).toEqual([...ids.keys()]);
  expect(ids.map((id) => table.add(id.toUpperCase()))).toEqual([...ids.keys()]);
  expect(ids.map((_, slot) => table.at(slot))).toEqual(ids);
  expect(table.find(randomUUID())).toBe(-1);
});

it("orders UUIDs like their texts", () => {
  const table = new UuidTable();
  const ids = Array.from({ length: 100 }, () => randomUUID());
  for (const id of ids) table.add(id);
  const slots = [...ids.keys()].sort((one, other) => table.compare(one, other));
  expect(slots.map((slot) => table.at(slot))).toEqual([...ids].sort());
});

it("keeps finding the others whatever is removed", () => {
  const table = new UuidTable();
  const kept: string[] = [];
  for (let step = 0; step < 20_000; step += 1) {
    const slot = Math.floor(Math.random() * kept.length);
    if (kept.length > 0 && Math.random() < 0.45) {
      table.remove(slot);
      const last = kept.pop() ?? "";
      if (slot < kept.length) kept[slot] = last;
    } else {
      kept.push(randomUUID());
      table.add(kept.at(-1) ?? "");
    }
  }
  expect(table.size).toBe(kept.length);
  expect(kept.map((id) => table.find(id))).toEqual([...kept.keys()]);
});
