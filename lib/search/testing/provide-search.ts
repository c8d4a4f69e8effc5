import { afterAll, beforeAll } from "vitest";
import { answerQuestion } from "@/lib/search/answer-question";
import { FollowedIndex } from "@/lib/search/follow/followed-index";
import { memoryBytesMax } from "@/lib/search/matrix/vector-memory";
import { embeddingKey } from "@/lib/search/sealed-embedding";
import { setSearcher } from "@/lib/search/searcher";

/** Has `searchCollection` answer in a test file, without a thread. `databaseUrl` is what `provideDatabase` returned. */
export function provideSearch(databaseUrl: () => string): void {
  let followed: FollowedIndex | undefined;
  beforeAll(() => {
    const settings = { databaseUrl: databaseUrl(), key: embeddingKey(), memoryBytesMax };
    const started = new FollowedIndex(settings, { onLog: () => undefined, onChange: () => undefined });
    followed = started;
    setSearcher({ ask: (name, question) => answerQuestion(started, name, question) });
  });
  afterAll(async () => {
    setSearcher(null);
    await followed?.close();
  });
}
