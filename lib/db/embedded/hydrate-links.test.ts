import { lstat, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hydrateLinks } from "./hydrate-links";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mien-links-"));
  await mkdir(path.join(folder, "native/lib"), { recursive: true });
  await writeFile(path.join(folder, "native/lib/libx.so.1.2"), "library");
});
afterEach(() => rm(folder, { recursive: true }));

const source = "native/lib/libx.so.1.2";
const list = (...targets: string[]) =>
  writeFile(
    path.join(folder, "native/pg-symlinks.json"),
    JSON.stringify(targets.map((target) => ({ source, target }))),
  );

describe("hydrateLinks", () => {
  it("makes the missing links, which survive a move of the folder", async () => {
    await list("native/lib/libx.so", "native/lib/libx.so.1");
    expect(await hydrateLinks(folder)).toBe(2);
    expect(await readFile(path.join(folder, "native/lib/libx.so.1"), "utf8")).toBe("library");
    const moved = `${folder}-moved`;
    await rm(moved, { recursive: true, force: true });
    await rename(folder, moved);
    expect(await readFile(path.join(moved, "native/lib/libx.so"), "utf8")).toBe("library");
    await rename(moved, folder);
  });

  it("does nothing the second time", async () => {
    await list("native/lib/libx.so");
    expect([await hydrateLinks(folder), await hydrateLinks(folder)]).toEqual([1, 0]);
  });

  it("completes what an interrupted run began", async () => {
    await symlink("libx.so.1.2", path.join(folder, "native/lib/libx.so"));
    await list("native/lib/libx.so", "native/lib/libx.so.1");
    expect(await hydrateLinks(folder)).toBe(1);
    expect((await lstat(path.join(folder, "native/lib/libx.so.1"))).isSymbolicLink()).toBe(true);
  });

  it("needs nothing on platforms whose package has no list", async () => {
    expect(await hydrateLinks(folder)).toBe(0);
  });
});
