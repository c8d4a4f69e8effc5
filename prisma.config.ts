import { defineConfig } from "prisma/config";

// Generating the client needs no engine, but Prisma insists on one and would download it; any existing file satisfies it.
// Not for other commands: `migrate` with this file in place prints nothing and reports success.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
