import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { summarizeMs } from "@/bench/percentile";
import { printLine } from "@/bench/print-line";
import { readLoopDelayMs } from "./read-loop-delay";
import { type Answer, sendRequests } from "./send-requests";

const loopDelayMsMax = 20;

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:8000/api/v1/detection/detect" },
    key: { type: "string" },
    image: { type: "string", default: "node_modules/@vladmandic/face-api/demo/sample1.jpg" },
    connections: { type: "string", default: "8" },
    seconds: { type: "string", default: "20" },
  },
});

const { url, key } = values;
if (key === undefined) {
  process.stderr.write(
    "Usage: node --import tsx bench/load/load.ts --key <api key> [--url … --image … --connections 8 --seconds 20]\n",
  );
  process.exit(2);
}
const seconds = Number(values.seconds);
const load = {
  url,
  key,
  image: await readFile(values.image),
  fileName: path.basename(values.image),
  connections: Number(values.connections),
};

await sendRequests({ ...load, seconds: 2 });
await readLoopDelayMs(url);
const answers = await sendRequests({ ...load, seconds });
const loopDelayP99Ms = await readLoopDelayMs(url);

const result = { seconds, connections: load.connections, ...summarize(answers), loopDelayP99Ms, loopDelayMsMax };
printLine(JSON.stringify(result, null, 2));
const isClean = answers.every(({ status, retryAfter }) => status === 200 || (status === 503 && retryAfter !== null));
process.exitCode = isClean && loopDelayP99Ms !== undefined && loopDelayP99Ms < loopDelayMsMax ? 0 : 1;

function summarize(all: readonly Answer[]) {
  const ok = all.filter(({ status }) => status === 200).map(({ ms }) => ms);
  const refused = all.filter(({ status }) => status === 503).map(({ ms }) => ms);
  const statuses: Record<string, number> = {};
  for (const { status } of all) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    perSecond: Number((ok.length / seconds).toFixed(1)),
    okMs: summarizeMs(ok),
    ...(refused.length > 0 && { refusedMs: summarizeMs(refused) }),
    statuses,
  };
}
