import { logger } from "@/lib/observability/logger";
import { exposeIndex } from "@/lib/observability/metrics";
import { memoryBytesMax } from "./matrix/vector-memory";
import { embeddingKey } from "./sealed-embedding";
import { SearchThread } from "./search-thread";
import { setSearcher } from "./searcher";

const loadMsMax = 600_000;

export interface SearchOptions {
  /** Path of the compiled `worker.ts`. */
  readonly workerFile: string;
  readonly databaseUrl: string;
}

/**
 * Starts the thread of the search index and reads all collections.
 *
 * @returns what ends it
 * @throws AppError `unavailable` when the database does not answer
 */
export async function startSearch({ workerFile, databaseUrl }: SearchOptions): Promise<() => Promise<void>> {
  const settings = { databaseUrl, key: embeddingKey(), memoryBytesMax };
  const thread = new SearchThread({
    workerFile,
    settings,
    log: (level, event, detail) => logger[level]({ event, detail }),
  });
  const stop = () => {
    setSearcher(null);
    return thread.close();
  };
  try {
    await thread.ask("loadAll", null, loadMsMax);
  } catch (error) {
    await stop();
    throw error;
  }
  exposeIndex(() => thread.statistics());
  setSearcher(thread);
  return stop;
}
