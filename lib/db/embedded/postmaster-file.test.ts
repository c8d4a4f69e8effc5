import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { disownForeignPid, isPostmasterOf, readPostmasterFile } from "./postmaster-file";

let directory: string;
let file: string;

const rest = ["/data", "1795214711", "5432", ".", "", " 16039951         9", "ready   ", ""];

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "mien-pid-"));
  file = path.join(directory, "postmaster.pid");
});
afterEach(() => rm(directory, { recursive: true }));

const write = (pid: number) => writeFileSync(file, [String(pid), ...rest].join("\n"));

describe("postmaster.pid", () => {
  it("tells process and port once it is complete", () => {
    expect(readPostmasterFile(directory)).toBeNull();
    writeFileSync(file, "123\n/data\n");
    expect(readPostmasterFile(directory)).toBeNull();
    write(123);
    expect(readPostmasterFile(directory)).toEqual({ pid: 123, port: 5432 });
  });

  // Elsewhere the system does not tell where a process works.
  it.runIf(process.platform === "linux")(
    "is disowned when another process has the id, keeping its shared memory",
    () => {
      write(process.pid);
      expect(isPostmasterOf(directory, process.pid)).toBe(false);
      disownForeignPid(directory);
      const [pid, ...lines] = readFileSync(file, "utf8").split("\n");
      expect(pid).not.toBe(String(process.pid));
      expect(lines).toEqual(rest);
    },
  );

  it("stays as it is when its process is gone, which PostgreSQL itself notices", () => {
    write(1_999_999_999);
    disownForeignPid(directory);
    expect(readPostmasterFile(directory)?.pid).toBe(1_999_999_999);
  });
});
