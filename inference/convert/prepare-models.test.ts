import { existsSync, statSync } from "node:fs";
import { readdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { modelFileName, networkIds } from "@/inference/models/registry";
import { withModelLinks } from "@/inference/models/testing/borrow-models";
import { verifyModels } from "@/inference/models/verify-models";
import { prepareModels } from "./prepare-models";

const timeout = 120_000;
const fileNames = networkIds.map(modelFileName).sort();

it("converts every network into a folder that does not exist yet", { timeout }, async () => {
  await withModelLinks(async (folder) => {
    const fresh = path.join(folder, "deeper", "models");
    expect(await prepareModels(fresh)).toEqual(networkIds);
    expect((await readdir(fresh)).sort()).toEqual(fileNames);
    await verifyModels(fresh);
  });
});

it("leaves intact files alone", { timeout }, async () => {
  await withModelLinks(async (folder) => {
    const changed = async () => (await Promise.all(fileNames.map((name) => stat(path.join(folder, name))))).map(inode);
    const inode = ({ ino, mtimeMs }: { ino: number; mtimeMs: number }) => [ino, mtimeMs];
    const before = await changed();
    expect(await prepareModels(folder)).toEqual([]);
    expect(await changed()).toEqual(before);
  });
});

it("replaces a damaged file and adds a missing one", { timeout }, async () => {
  await withModelLinks(async (folder) => {
    await rm(path.join(folder, modelFileName("liveness")));
    await rm(path.join(folder, modelFileName("emotion")));
    await writeFile(path.join(folder, modelFileName("emotion")), "half a file");
    expect((await prepareModels(folder)).sort()).toEqual(["emotion", "liveness"]);
    await verifyModels(folder);
  });
});

it("gives whole files when two prepare the same folder at once, and leaves nothing else behind", {
  timeout,
}, async () => {
  await withModelLinks(async (folder) => {
    for (const id of ["mesh", "iris", "liveness"] as const) await rm(path.join(folder, modelFileName(id)));
    await Promise.all([prepareModels(folder), prepareModels(folder)]);
    await verifyModels(folder);
    expect((await readdir(folder)).sort()).toEqual(fileNames);
  });
});

it("never shows a part of a file under its name", { timeout }, async () => {
  await withModelLinks(async (folder) => {
    const file = path.join(folder, modelFileName("recognition"));
    const { size } = statSync(file);
    await rm(file);
    const sizes = new Set<number>();
    let isDone = false;
    const preparing = prepareModels(folder).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      if (existsSync(file)) sizes.add(statSync(file).size);
      await setImmediate();
    }
    await preparing;
    sizes.add(statSync(file).size);
    expect([...sizes]).toEqual([size]);
  });
});
