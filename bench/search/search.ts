import { tableHead, tableRow } from "@/bench/markdown-table";
import { printLine } from "@/bench/print-line";
import { createMemoryReader } from "./bandwidth";
import { measureLoad } from "./load";
import { type MatrixResult, measureMatrix } from "./matrices";

// npm run bench:search
// Prints what docs/performance.md says about the search.
const faces = 100_000;
const lengths = [128, 256, 512];
const matrixColumns = [
  ...["numbers", "p10, ms", "p50, ms", "5 probes, ms", "plain JavaScript, ms"],
  ...["GB/s", "vectors, GB/s", "memcmp, GB/s", "of vectors", "of memcmp", "memory"],
];
const loadColumns = ["numbers", "load, s", "processor time, s", "process grew by, MB", "of it", "search, p50, ms"];

function printMatrix({ numbers, p10Ms, p50Ms, fiveMs, plainMs, readMs, memoryRatio }: MatrixResult): void {
  const share = (readTime: number) => `${Math.round((readTime / p10Ms) * 100)} %`;
  const gigabytes = (ms: number) => ((faces * numbers * 4) / ms / 1e6).toFixed(1);
  const speeds = [gigabytes(p10Ms), gigabytes(readMs.vectors), gigabytes(readMs.compare)];
  const shares = [share(readMs.vectors), share(readMs.compare)];
  const times = [p10Ms, p50Ms, fiveMs, plainMs].map((ms) => ms.toFixed(1));
  printLine(tableRow([numbers, ...times, ...speeds, ...shares, memoryRatio.toFixed(2)]));
}

const reader = await createMemoryReader();
printLine(tableHead(matrixColumns));
for (const numbers of lengths) printMatrix(measureMatrix(faces, numbers, reader));

printLine();
printLine(tableHead(loadColumns));
for (const length of lengths) {
  const { numbers, loadS, cpuS, growthMb, memoryRatio, searchP50Ms } = await measureLoad(faces, length);
  const cells = [
    loadS.toFixed(1),
    cpuS.toFixed(1),
    growthMb.toFixed(0),
    memoryRatio.toFixed(2),
    searchP50Ms.toFixed(1),
  ];
  printLine(tableRow([numbers, ...cells]));
}
