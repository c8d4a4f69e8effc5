import { startEmbeddedPostgres } from "@/lib/db/embedded/supervisor";
import { quietLog } from "./quiet-log";

// A program for tests: runs the embedded database of the given DATA_DIR and prints its process id, until it is killed.
const [dataDir = ""] = process.argv.slice(2);
try {
  const postgres = await startEmbeddedPostgres({ dataDir, log: quietLog });
  process.stdout.write(`${JSON.stringify({ pid: postgres.pid() })}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ refused: error instanceof Error ? error.message : String(error) })}\n`);
}
