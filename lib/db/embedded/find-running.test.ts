import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isHeldByCommand } from "./find-running";
import { type Layout, layoutOf } from "./layout";
import { takeOwnership } from "./owner-lock";
import { startTimeOf } from "./process-table";

let layout: Layout;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mien-held-"));
  layout = layoutOf(folder);
});
afterEach(() => rm(folder, { recursive: true }));

describe("isHeldByCommand", () => {
  it("is true while a command runs the database itself", () => {
    const release = takeOwnership(layout.commandLock);
    expect(isHeldByCommand(folder)).toBe(false);
    takeOwnership(layout.lock);
    expect(isHeldByCommand(folder)).toBe(true);
    release();
    expect(isHeldByCommand(folder)).toBe(false);
  });

  it("is false while a command only joins the database of a server", async () => {
    const server = spawn("sleep", ["60"]);
    await once(server, "spawn");
    try {
      const pid = server.pid ?? 0;
      await writeFile(layout.lock, JSON.stringify({ pid, startedAt: startTimeOf(pid) }));
      takeOwnership(layout.commandLock);
      expect(isHeldByCommand(folder)).toBe(false);
    } finally {
      server.kill();
    }
  });
});
