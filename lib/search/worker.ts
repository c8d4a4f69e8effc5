import { parentPort, workerData } from "node:worker_threads";
import { answerQuestion } from "./answer-question";
import { FollowedIndex } from "./follow/followed-index";
import type { SearchSettings, WorkerMessage, WorkerQuestion } from "./protocol";

// Entry of the thread that holds the search index; compiled by the build, since bundlers of pages must not see it.
if (parentPort === null) throw new Error("This runs in a worker thread, not by itself.");
const port = parentPort;
const post = (message: WorkerMessage) => port.postMessage(message);
const followed = new FollowedIndex(workerData as SearchSettings, {
  onLog: (level, event, detail) => post({ type: "log", level, event, detail }),
  onChange: () => post({ type: "statistics", statistics: followed.index.statistics() }),
});

port.on("message", async ({ id, name, question }: WorkerQuestion) => {
  try {
    post({ type: "answer", id, answer: await answerQuestion(followed, name, question as never) });
  } catch (error) {
    const code = error instanceof RangeError ? "internal" : "unavailable";
    post({ type: "failure", id, code, detail: error instanceof Error ? error.message : String(error) });
  }
});
