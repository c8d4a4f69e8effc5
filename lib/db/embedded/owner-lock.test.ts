import { existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { livingOwner, takeOwnership } from "./owner-lock";
import { startTimeOf } from "./process-table";

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mien-lock-"));
  lock = path.join(folder, "postgres.lock");
});
afterEach(() => rm(folder, { recursive: true }));

const writeOwner = (pid: number, startedAt: string) => writeFileSync(lock, JSON.stringify({ pid, startedAt }));

describe("owner lock", () => {
  it("has one owner until that gives it back", () => {
    const release = takeOwnership(lock);
    expect(livingOwner(lock)).toBe(process.pid);
    expect(() => takeOwnership(lock)).toThrow(`process ${process.pid}`);
    release();
    expect(existsSync(lock)).toBe(false);
    takeOwnership(lock)();
  });

  it("passes on from a process that is gone", () => {
    writeOwner(2_000_000_000, "1");
    expect(livingOwner(lock)).toBeNull();
    takeOwnership(lock);
    expect(livingOwner(lock)).toBe(process.pid);
  });

  it("passes on when a later process has the id of the owner", () => {
    writeOwner(process.pid, `${startTimeOf(process.pid)}0`);
    expect(livingOwner(lock)).toBeNull();
    takeOwnership(lock);
    expect(livingOwner(lock)).toBe(process.pid);
  });

  it("passes on when a crash left it empty", () => {
    writeFileSync(lock, "");
    takeOwnership(lock);
    expect(livingOwner(lock)).toBe(process.pid);
  });
});
