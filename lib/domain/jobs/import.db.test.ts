import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { listFaces } from "@/lib/domain/faces/service";
import { limitTo, makeCollection } from "@/lib/domain/faces/testing/collection";
import { cancelJob, importFaces, listJobs, startJobs } from "./service";
import { endOf, hand, picture, provideDataFolder, provideEngine } from "./testing/import-place";
import { rawZip } from "./testing/raw-zip";

const folder = await provideDataFolder();
provideDatabase();

let scope: ServiceScope;
let asked: ReturnType<typeof provideEngine>;
let stop: () => Promise<void> = async () => undefined;
beforeEach(async () => {
  asked = provideEngine();
  scope = await makeCollection();
});
afterEach(() => stop());
const start = () => {
  stop = startJobs();
};

const namesOf = async () => {
  const { items } = await listFaces(scope, { page: 0, size: 100 });
  return items.map(({ subject }) => subject).sort();
};
const problems = (items: readonly { fileName: string; problem: string | null }[]) =>
  Object.fromEntries(items.map(({ fileName, problem }) => [fileName, problem]));

describe("an import of folders", () => {
  it("adds a face for every picture and tells of each file what was wrong", async () => {
    start();
    const { id } = await hand(scope, [
      picture("faces/Tom/1.jpg"),
      picture("faces/Tom/2.jpg"),
      picture("faces/Ánn/1.jpg"),
      picture("faces/Tom/two.jpg", "2 faces"),
      picture("faces/Tom/none.jpg", "0 faces"),
      picture("loose.jpg"),
      picture("faces/Tom/.DS_Store"),
      picture("__MACOSX/faces/Tom/._1.jpg"),
    ]);
    const { job, items } = await endOf(scope, id);
    expect(job).toMatchObject({ state: "DONE", total: 6, done: 3, failed: 3, problem: null });
    expect(await namesOf()).toEqual(["Tom", "Tom", "Ánn"]);
    expect(problems(items)).toEqual({
      "faces/Tom/1.jpg": null,
      "faces/Tom/2.jpg": null,
      "faces/Ánn/1.jpg": null,
      "faces/Tom/two.jpg": "The image contains more than one face.",
      "faces/Tom/none.jpg": "The image contains no face above the detection threshold.",
      "loose.jpg": "It lies in no folder with a subject's name.",
    });
    // A moment after it is done.
    await vi.waitFor(() => expect(readdirSync(path.join(folder, "jobs"))).toEqual([]), { timeout: 120_000 });
  });

  it("reads names in UTF-8 also where the archive does not say that they are", async () => {
    start();
    const { id } = await hand(scope, [{ ...picture("Ärzte/1.jpg"), flags: 0 }]);
    await endOf(scope, id);
    expect(await namesOf()).toEqual(["Ärzte"]);
  });

  it("refuses names that no subject can have, file by file", async () => {
    start();
    const { id } = await hand(scope, [
      picture(`${"x".repeat(256)}/1.jpg`),
      picture("a\0b/1.jpg"),
      picture("a\nb/1.jpg"),
      picture("Tom/1.jpg"),
    ]);
    expect((await endOf(scope, id)).job).toMatchObject({ state: "DONE", done: 1, failed: 3 });
    expect(await namesOf()).toEqual(["Tom"]);
  });

  it("takes no dot for a folder", async () => {
    start();
    const files = [{ name: "./", content: "" }, picture("./loose.jpg"), picture("./Tom/./1.jpg")];
    const { items } = await endOf(scope, (await hand(scope, files)).id);
    expect(await namesOf()).toEqual(["Tom"]);
    expect(problems(items)).toEqual({
      "loose.jpg": "It lies in no folder with a subject's name.",
      "Tom/1.jpg": null,
    });
    await endOf(scope, (await hand(scope, [...files, picture("./subjects.csv", "./loose.jpg,Ann")])).id);
    expect(await namesOf()).toEqual(["Ann", "Tom"]);
  });
});

describe("an import with a table", () => {
  const files = [picture("a.jpg"), picture("deep/b.jpg"), picture("c.jpg")];
  const expected = {
    "a.jpg": null,
    "deep/b.jpg": null,
    "c.jpg": "The table does not name it.",
    "d.jpg": "It is not in the archive.",
  };

  it.each([
    [
      "with a heading, in any order",
      'subject,file\r\n"Tom, the ""second""",a.jpg\r\nAnn,./deep/b.jpg\r\nBea,d.jpg\r\n',
    ],
    ["without one, and with semicolons", '\uFEFFdeep\\b.jpg;Ann\n\na.jpg;Tom, the "second"\nd.jpg;Bea'],
  ])("takes the subjects from a table %s", async (_how, table) => {
    start();
    const { id } = await hand(scope, files, table);
    const { job, items } = await endOf(scope, id);
    expect(job).toMatchObject({ state: "DONE", total: 4, done: 2, failed: 2 });
    expect(problems(items)).toEqual(expected);
    expect(await namesOf()).toEqual(["Ann", 'Tom, the "second"']);
  });

  it("finds the table in the archive", async () => {
    start();
    const { id } = await hand(scope, [...files, picture("subjects.csv", "file,subject\na.jpg,Tom\nc.jpg,Ann")]);
    await endOf(scope, id);
    expect(await namesOf()).toEqual(["Ann", "Tom"]);
  });

  it.each([
    ["names nothing", "file,subject\n", "The table names no files."],
    ["has a row of one cell", "a.jpg,Tom\nb.jpg", "Row 2 of the table has too few cells."],
  ])("is refused when the table %s", async (_how, table, message) => {
    await expect(hand(scope, files, table)).rejects.toMatchObject({ code: "invalid_request", message });
  });
});

describe("an archive that is refused whole leaves nothing behind", () => {
  const bomb = { ...picture("Tom/1.jpg"), content: Buffer.alloc(1_000_000), isDeflated: true };
  it.each([
    ["no zip", Buffer.from("hello"), "The file is no zip archive, or a damaged one."],
    ["an empty file", Buffer.alloc(0), "The file is no zip archive, or a damaged one."],
    [
      "one that was cut short",
      rawZip([picture("Tom/1.jpg")]).subarray(0, 60),
      "The file is no zip archive, or a damaged one.",
    ],
    ["an empty one", rawZip([]), "The archive holds no files."],
    [
      "entries that share bytes",
      rawZip([bomb, { ...bomb, name: "Tom/2.jpg", isOverlapping: true }]),
      "Entries of the zip archive overlap.",
    ],
    [
      "a bomb",
      rawZip([
        { ...bomb, size: 0xffff_fffe },
        { ...bomb, name: "b", size: 0xffff_fffe },
        { ...bomb, name: "c", size: 0xffff_fffe },
      ]),
      "The archive holds more than 8589934592 bytes when it is unpacked.",
    ],
    [
      "another program's manifest",
      rawZip([picture("manifest.json", "{}")]),
      "The archive's manifest.json is not that of a collection.",
    ],
  ])("%s", async (_what, zip, message) => {
    await expect(hand(scope, zip)).rejects.toMatchObject({ code: "invalid_request", message });
    expect(readdirSync(path.join(folder, "jobs"))).toEqual([]);
    expect(await db().job.count({ where: { serviceId: scope.serviceId } })).toBe(0);
  });
});

describe("an entry that cannot be used is told of, and the others are added", () => {
  it.each([
    ["leads out of the archive", picture("../../etc/Tom/1.jpg"), "Its name leads out of the archive."],
    ["is absolute", picture("/Tom/1.jpg"), "Its name leads out of the archive."],
    ["is a link", { ...picture("Tom/link.jpg", "/etc/passwd"), unixMode: 0o120777 }, "It is a link, not a file."],
    ["is encrypted", { ...picture("Tom/secret.jpg"), flags: 1, isDeflated: true }, "It is encrypted."],
    ["has a wrong checksum", { ...picture("Tom/bad.jpg"), crc: 1 }, "It is damaged."],
    [
      "unpacks to more than it says",
      { ...picture("Tom/lie.jpg"), content: Buffer.alloc(9_000), size: 10, isDeflated: true },
      "It is damaged.",
    ],
    ["unpacks to less than it says", { ...picture("Tom/lie.jpg"), size: 4_000, isDeflated: true }, "It is damaged."],
    [
      "is larger than a picture may be",
      { ...picture("Tom/big.jpg"), content: Buffer.alloc(5_242_881), isDeflated: true },
      "It is larger than 5242880 bytes.",
    ],
  ])("when it %s", async (_what, entry, problem) => {
    start();
    const { id } = await hand(scope, [entry, picture("Ann/1.jpg")]);
    const { job, items } = await endOf(scope, id);
    expect(job).toMatchObject({ state: "DONE", done: 1, failed: 1 });
    expect(items.map((item) => item.problem)).toEqual([problem, null]);
    expect(asked.map(({ text }) => text)).toEqual(["Ann/1.jpg"]);
  });
});

describe("who may", () => {
  it("hand in: keys with the scope enrol; look: read; and what a service has, others do not see", async () => {
    await expect(hand(limitTo(scope, "read", "delete"), [picture("Tom/1.jpg")])).rejects.toMatchObject({
      code: "forbidden",
    });
    const { id } = await hand(scope, [picture("Tom/1.jpg")]);
    await expect(listJobs(limitTo(scope, "enrol"), { page: 0, size: 9 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(cancelJob(limitTo(scope, "read"), id)).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeCollection();
    await expect(cancelJob(other, id)).rejects.toMatchObject({ code: "not_found" });
    expect(await listJobs(other, { page: 0, size: 9 })).toMatchObject({ items: [], total: 0 });
    expect(await cancelJob(scope, id)).toMatchObject({ state: "CANCELLED" });
  });

  it("read the files: the server's user alone", async () => {
    const { id } = await hand(scope, [picture("Tom/1.jpg")]);
    expect(statSync(path.join(folder, "jobs")).mode & 0o777).toBe(0o700);
    await cancelJob(scope, id);
  });

  it("be told in the trail", async () => {
    await hand(scope, [picture("Tom/1.jpg")]);
    const events = await db().auditEvent.findMany({ where: { objectId: scope.serviceId } });
    expect(events).toMatchObject([{ action: "collection.import", actorLabel: `API key ${scope.keyId}` }]);
  });

  it("send at the same time: four", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const receive = vi.fn(() => gate);
    const sending = Array.from({ length: 4 }, () => importFaces({ scope, receive }));
    await vi.waitFor(() => expect(receive).toHaveBeenCalledTimes(4), { timeout: 120_000 });
    await expect(hand(scope, [picture("Tom/1.jpg")])).rejects.toMatchObject({ code: "busy" });
    release();
    for (const outcome of await Promise.allSettled(sending)) expect(outcome.status).toBe("rejected");
  });

  it("have jobs of one service to be done: ten, and what comes then is not even received", async () => {
    const jobs = [];
    for (let count = 0; count < 10; count += 1) jobs.push(await hand(scope, [picture("Tom/1.jpg")]));
    const receive = vi.fn();
    await expect(importFaces({ scope, receive })).rejects.toMatchObject({ code: "busy", retryAfterS: 60 });
    expect(receive).not.toHaveBeenCalled();
    await cancelJob(scope, jobs[0]?.id ?? "");
    await expect(hand(scope, [picture("Tom/1.jpg")])).resolves.toMatchObject({ state: "WAITING" });
  });
});
