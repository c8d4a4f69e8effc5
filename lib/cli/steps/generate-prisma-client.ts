import { runNode } from "./run-command";

/** Writes `lib/db/generated` from the schema; prisma.config.ts keeps Prisma from downloading an engine for it. */
export async function generatePrismaClient(): Promise<void> {
  await runNode("node_modules/prisma/build/index.js", ["generate"]);
}
