import { existsSync } from "node:fs";
import { loadDotEnv } from "@/lib/config/env";
import { generateClient } from "@/lib/db/generate";
import { runAdmin } from "./commands/run-admin";

const root = process.cwd();

// A clone has the schema but, before the first command or build, not the client made from it; an image has neither.
if (existsSync("prisma/schema")) await generateClient(root);
loadDotEnv(root);
// Whoever reads the output may have read enough, as `head` has; the command itself is done by then.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await runAdmin(process.argv.slice(2));
