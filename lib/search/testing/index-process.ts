import { createInterface } from "node:readline";
import { answerQuestion } from "@/lib/search/answer-question";
import { FollowedIndex } from "@/lib/search/follow/followed-index";
import { memoryBytesMax } from "@/lib/search/matrix/vector-memory";
import { embeddingKey } from "@/lib/search/sealed-embedding";

// A program for tests: a server's search index alone. Each line in is a search, each line out its answer or why not.
const [databaseUrl = ""] = process.argv.slice(2);
const settings = { databaseUrl, key: embeddingKey(), memoryBytesMax };
const followed = new FollowedIndex(settings, { onLog: () => undefined, onChange: () => undefined });
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const { probe, ...question } = JSON.parse(line);
  try {
    say(await answerQuestion(followed, "search", { ...question, probes: [Float32Array.from(probe)] }));
  } catch {
    say("unavailable");
  }
}
await followed.close();
