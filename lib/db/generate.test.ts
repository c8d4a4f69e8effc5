import { cp, mkdtemp, rm, symlink, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generateClient } from "./generate";

const project = path.resolve(import.meta.dirname, "../..");
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "mien-generate-"));
  await cp(path.join(project, "prisma/schema"), path.join(root, "prisma/schema"), { recursive: true });
  await cp(path.join(project, "prisma.config.ts"), path.join(root, "prisma.config.ts"));
  await symlink(path.join(project, "node_modules"), path.join(root, "node_modules"));
});
afterEach(() => rm(root, { recursive: true }));

describe("generateClient", () => {
  it("generates once, and again when a schema file changes", async () => {
    expect(await generateClient(root)).toBe(true);
    expect(await generateClient(root)).toBe(false);
    const later = new Date(Date.now() + 60_000);
    await utimes(path.join(root, "prisma/schema/user.prisma"), later, later);
    expect(await generateClient(root)).toBe(true);
  });
});
