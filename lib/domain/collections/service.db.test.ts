import { beforeEach, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { enrolFace } from "@/lib/domain/faces/service";
import { countRows, limitTo, makeCollection, photo, provideEngine } from "@/lib/domain/faces/testing/collection";
import { changeCollection } from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
beforeEach(() => {
  provideEngine();
});

it("lets one change of a collection after the other through, and those of others meanwhile", async () => {
  const [scope, other] = [await makeCollection(), await makeCollection()];
  const running: string[] = [];
  const change = (name: string) =>
    changeCollection(scope, "enrol", async () => {
      running.push(`${name} begins`);
      await changeCollection(other, "enrol", async () => undefined);
      running.push(`${name} ends`);
    });
  await Promise.all([change("one"), change("two"), change("three")]);
  const pairs = [0, 2, 4].map((at) => running.slice(at, at + 2).map((step) => step.split(" ")[0]));
  for (const [begun, ended] of pairs) expect(begun).toBe(ended);
});

it("undoes what was done before a failure", async () => {
  const scope = await makeCollection();
  const { serviceId } = scope;
  const failing = changeCollection(scope, "enrol", async (tx) => {
    await tx.subject.create({ data: { serviceId, name: "Tom" } });
    throw new Error("taken back");
  });
  await expect(failing).rejects.toThrow("taken back");
  expect(await countRows(scope)).toMatchObject({ subjects: 0 });
});

it("asks for the key's scope before anything else", async () => {
  const scope = limitTo(await makeCollection(), "read");
  const work = vi.fn();
  await expect(changeCollection(scope, "delete", work)).rejects.toMatchObject({ code: "forbidden" });
  expect(work).not.toHaveBeenCalled();
});

it("ends in order when the service is removed while faces are added", async () => {
  for (let round = 0; round < 5; round += 1) {
    const scope = await makeCollection();
    const add = (text: string) => enrolFace({ scope, subject: text, bytes: photo(text) });
    const adding = Array.from({ length: 8 }, (_, index) => add(`face ${index}`));
    const removing = db().service.delete({ where: { id: scope.serviceId } });
    const outcomes = await Promise.allSettled([removing, ...adding]);
    const codes = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
    expect(new Set([...codes, "not_found"])).toEqual(new Set(["not_found"]));
    expect(await countRows(scope)).toEqual({ subjects: 0, faces: 0, images: 0, answers: 0, changes: 0 });
  }
});
