import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { provideDatabase, withEmptyDatabase } from "@/lib/db/testing/own-database";
import { readCatalogue } from "./catalogue";
import { diffSchemas } from "./schema-engine";
import { projectRoot, readSchema } from "./schema-files";

const migratedUrl = provideDatabase();

async function apply(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function readManifest(name: string): unknown {
  return JSON.parse(readFileSync(path.join(projectRoot, "node_modules", name, "package.json"), "utf8"));
}

describe("migrations", () => {
  it("make the tables that the schema describes, and indexes beyond it only where SQL says more", () =>
    withEmptyDatabase(async (url) => {
      await apply(url, await diffSchemas(url, [], readSchema()));
      const described = await readCatalogue(url);
      const migrated = await readCatalogue(migratedUrl());
      expect({ ...migrated, indexes: [] }).toEqual({ ...described, indexes: [] });
      expect(described.columns.length).toBeGreaterThan(0);
      expect(migrated.indexes).toEqual(expect.arrayContaining([...described.indexes]));
      const more = migrated.indexes.filter((line) => !described.indexes.includes(line));
      expect(more.filter((line) => !line.includes("lower(") && !line.includes(" WHERE "))).toEqual([]);
    }));

  it("are checked by the engine of the Prisma version in use", () => {
    const { prisma } = z
      .object({ prisma: z.object({ enginesVersion: z.string() }) })
      .parse(readManifest("@prisma/engines-version"));
    const engine = z.object({ version: z.string() }).parse(readManifest("@prisma/schema-engine-wasm"));
    expect(engine.version).toContain(prisma.enginesVersion);
  });
});
