import { defineConfig } from "prisma/config";

// Generating the client needs no engine, but Prisma insists on one and would download it; any existing file satisfies it.
// Not for other commands: `migrate` with this file in place prints nothing and reports success.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

// Prisma would otherwise ask its maker's server for news.
process.env.CHECKPOINT_DISABLE = "1";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
