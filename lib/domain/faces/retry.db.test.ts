import { beforeEach, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { enrol } from "./enrol";
import { describeRetry } from "./retry";
import { addFace, deleteFace, enrolFace } from "./service";
import { countRows, makeCollection, photo, provideEngine } from "./testing/collection";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let asked: string[];
let scope: ServiceScope;
beforeEach(async () => {
  asked = provideEngine();
  scope = await makeCollection();
});

interface Changed {
  readonly scope?: ServiceScope;
  readonly subject?: string;
  readonly text?: string;
  readonly probabilityMin?: number;
  readonly key?: string;
}
const add = ({ text = "Tom", key = "k1", ...changed }: Changed = {}) =>
  enrolFace({ scope, subject: "Tom", bytes: photo(text), idempotencyKey: key, ...changed });
const times = (count: number, work: () => Promise<unknown>) => Promise.all(Array.from({ length: count }, work));
const refusal = (code: string) => expect.objectContaining({ code });

it("answers 20 requests at once and 20 one after the other like the first, with one face and one look at the picture", async () => {
  const [first, ...others] = await times(20, () => add());
  for (let at = 0; at < 20; at += 1) others.push(await add());
  expect(others).toEqual(Array.from({ length: 39 }, () => first));
  expect(asked).toHaveLength(1);
  expect(await countRows(scope)).toEqual({ subjects: 1, faces: 1, images: 0, answers: 1, changes: 1 });
});

it("makes one face also where two servers look at the picture at the same time", async () => {
  // Without the waiting within one process, which does not reach another.
  const request = () => ({ scope, subject: "Tom", bytes: photo("Tom") });
  const answers = await times(20, () =>
    enrol({ ...request(), whose: { name: "Tom" } }, describeRetry("k1", request())),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(asked).toHaveLength(20);
  expect(await countRows(scope)).toEqual({ subjects: 1, faces: 1, images: 0, answers: 1, changes: 1 });
});

it("adds one face to a subject that is there, though its picture is sent twice under one key", async () => {
  await add({ key: "k0" });
  const { id: subjectId } = await db().subject.findFirstOrThrow({ where: { serviceId: scope.serviceId } });
  const request = () => ({ scope, subjectId, bytes: photo("Ann"), idempotencyKey: "k1" });
  const first = await addFace(request());
  expect(await addFace(request())).toEqual(first);
  expect(await countRows(scope)).toMatchObject({ subjects: 1, faces: 2 });
});

it.each([
  ["picture", { text: "another" }],
  ["subject", { subject: "Ann" }],
  ["threshold", { probabilityMin: 0.5 }],
])("refuses another %s under the same key, and stores nothing of it", async (_, changed) => {
  await add();
  await expect(add(changed)).rejects.toEqual(refusal("conflict"));
  expect(await countRows(scope)).toMatchObject({ subjects: 1, faces: 1 });
});

it("refuses another picture that comes at the same time", async () => {
  const outcomes = await Promise.allSettled([add(), add({ text: "another" })]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(await countRows(scope)).toMatchObject({ faces: 1 });
});

it("goes by the key within one service only", async () => {
  const first = await add();
  const stranger = await makeCollection();
  expect(await add({ scope: stranger })).not.toEqual(first);
  expect(await add({ key: "k2" })).not.toEqual(first);
  expect(await countRows(scope)).toMatchObject({ faces: 2 });
});

it("remembers no failure: the same request may succeed later", async () => {
  await expect(add({ text: "0 faces" })).rejects.toEqual(refusal("no_face"));
  expect(await countRows(scope)).toMatchObject({ answers: 0 });
  await expect(add()).resolves.toMatchObject({ subject: "Tom" });
});

it("answers alike when the face is gone by then", async () => {
  const first = await add();
  await deleteFace(scope, first.faceId);
  expect(await add()).toEqual(first);
  expect(await countRows(scope)).toMatchObject({ faces: 0 });
});

it("forgets after 24 hours", async () => {
  const first = await add();
  const { createdAt, expiresAt } = await db().idempotencyKey.findFirstOrThrow({
    where: { serviceId: scope.serviceId },
  });
  expect(expiresAt.getTime() - createdAt.getTime()).toBe(24 * 3_600_000);
  await db().idempotencyKey.updateMany({ where: { serviceId: scope.serviceId }, data: { expiresAt: new Date() } });
  expect(await add({ text: "another" })).not.toEqual(first);
  expect(await countRows(scope)).toMatchObject({ faces: 2, answers: 1 });
});

it("takes keys of 1 to 255 characters", async () => {
  await expect(add({ key: "k".repeat(255) })).resolves.toBeDefined();
  await expect(add({ key: "k".repeat(256) })).rejects.toEqual(refusal("invalid_request"));
  await expect(add({ key: "" })).rejects.toEqual(refusal("invalid_request"));
});
