import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startTestCluster } from "@/lib/db/testing/test-cluster";
import { diffSchemas } from "./schema-engine";
import { projectRoot, readSchema, readSchemaOf } from "./schema-files";

// node --import tsx prisma/development/draft-migration.ts <name>
// Writes what changed in prisma/schema since the last commit as a new migration, to be read and completed by hand.
const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Error("give a name such as add_subjects");

const cluster = await startTestCluster();
try {
  const sql = await diffSchemas(cluster.url, readSchemaOf("HEAD"), readSchema());
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(projectRoot, "prisma/migrations", `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "migration.sql"), sql);
  process.stdout.write(`${folder}\n${sql}`);
} finally {
  await cluster.stop();
}
