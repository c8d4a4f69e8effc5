// How long a running server takes for what needs no network of neurons, one request after the other:
//   npm run admin -- user:create --email a@example.org --password … --first-name A --last-name B --role OWNER
//   node --import tsx bench/load/api-latency.ts --email a@example.org --password … [--url http://localhost:8000 --rounds 200]
import { parseArgs } from "node:util";
import { tableHead, tableRow } from "@/bench/markdown-table";
import { percentile } from "@/bench/percentile";
import { printLine } from "@/bench/print-line";
import { signInAt } from "./admin-client";
import { adminChanges, adminReads, keyedOperations, makePlace, type Operation, removePlace } from "./api-operations";

const p50MsMax = 15;

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:8000" },
    email: { type: "string", default: "" },
    password: { type: "string", default: "" },
    rounds: { type: "string", default: "200" },
  },
});
const { url, email, password } = values;
const rounds = Number(values.rounds);

/** Processor time of the server's process since its start, by its own account; the database has a process of its own. */
async function readCpuMs(): Promise<number> {
  const text = await (await fetch(new URL("/api/metrics", url))).text();
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1]) * 1000;
}

async function measure({ ask }: Operation) {
  const times: number[] = [];
  const cpuMs = await readCpuMs();
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await (await ask(round)).arrayBuffer();
    times.push(performance.now() - startedAt);
  }
  return { times, cpuMs: ((await readCpuMs()) - cpuMs) / rounds };
}

const client = await signInAt({ url, email, password });
const place = await makePlace(client, url);
const operations = [...adminReads(client, place), ...adminChanges(client, place), ...keyedOperations(url, place.key)];
printLine(tableHead(["operation", "p50, ms", "p95, ms", "processor, ms"]));
for (const operation of operations) {
  const { times, cpuMs } = await measure(operation);
  const [p50 = 0, p95 = 0] = [0.5, 0.95].map((share) => percentile(times, share));
  printLine(tableRow([operation.name, ...[p50, p95, cpuMs].map((ms) => ms.toFixed(1))]));
  if (p50 >= p50MsMax) process.exitCode = 1;
}
await removePlace(client, place);
