import { chmod, cp, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPlatformPackage } from "./binaries";
import { chooseDatabaseUser } from "./database-user";
import { hydrateLinks } from "./hydrate-links";
import { canEnter, reachableNative } from "./reachable";

const isRoot = process.getuid?.() === 0;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mien-reach-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("programs of the database", () => {
  it("run from where npm put them when nobody else has to reach them", async () => {
    const installed = findPlatformPackage();
    expect(await reachableNative(installed, null)).toBe(path.join(installed, "native"));
  });

  it.runIf(isRoot)("are copied, once, when Mien is installed below root's closed home", async () => {
    const user = chooseDatabaseUser(path.join(folder, "none"));
    if (user === null) throw new Error("root always gets a database user");
    await hydrateLinks();
    const closed = path.join(folder, "closed");
    await cp(findPlatformPackage(), path.join(closed, "package"), { recursive: true, verbatimSymlinks: true });
    await chmod(closed, 0o700);
    await chmod(folder, 0o711);
    expect(canEnter(user, closed)).toBe(false);
    const native = await reachableNative(path.join(closed, "package"), user, path.join(folder, "cache"));
    expect(native.startsWith(path.join(folder, "cache"))).toBe(true);
    const { ino, uid } = await stat(native);
    expect(uid).toBe(0);
    expect(await reachableNative(path.join(closed, "package"), user, path.join(folder, "cache"))).toBe(native);
    expect((await stat(native)).ino).toBe(ino);
  });

  it.runIf(isRoot)("say what to do when no place is open to the database user", async () => {
    const user = chooseDatabaseUser(path.join(folder, "none"));
    const nowhere = path.join(folder, "closed", "package");
    await expect(reachableNative(nowhere, user, path.join(folder, "cache"))).rejects.toThrow("set DATABASE_URL");
  });
});
