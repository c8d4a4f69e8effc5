import { existsSync } from "node:fs";
import { loadDotEnv } from "@/lib/config/env";
import { runAdmin } from "./commands/run-admin";
import { generatePrismaClient } from "./steps/generate-prisma-client";

// A clone has the schema but, before the first command or build, not the client made from it.
if (existsSync("prisma/schema") && !existsSync("lib/db/generated/client.ts")) await generatePrismaClient();
loadDotEnv(process.cwd());
process.exitCode = await runAdmin(process.argv.slice(2));
