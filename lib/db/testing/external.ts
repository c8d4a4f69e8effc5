import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { findPlatformPackage } from "@/lib/db/embedded/binaries";
import { hydrateLinks } from "@/lib/db/embedded/hydrate-links";
import { startExternalServer } from "./external-server";
import { findSystemPrograms } from "./system-programs";

// node --import tsx lib/db/testing/external.ts
// Runs the database tests once more, against a server that is not ours: the one of the operating system, which is an
// older version, or where there is none the package's programs, started as a plain server.
const say = (line: string) => process.stdout.write(`${line}\n`);

await hydrateLinks();
const installed = findSystemPrograms();
if (installed === null) say("No PostgreSQL of the operating system (Debian: apt-get install postgresql), using npm's.");
const server = await startExternalServer(installed ?? path.join(findPlatformPackage(), "native/bin"));
try {
  say(`Database tests on an external PostgreSQL ${server.version}`);
  const vitest = path.resolve(import.meta.dirname, "../../../node_modules/vitest/vitest.mjs");
  const env = { ...process.env, TEST_DATABASE_URL: server.url };
  const tests = spawn(process.execPath, [vitest, "run", "--project", "db"], { env, stdio: "inherit" });
  // Who is told to stop takes the tests and the server along.
  process.once("SIGTERM", () => tests.kill("SIGTERM"));
  const [status] = await once(tests, "exit");
  process.exitCode = typeof status === "number" ? status : 1;
} finally {
  await server.stop();
}
