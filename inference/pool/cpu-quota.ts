import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const cgroupRoot = "/sys/fs/cgroup";

/** Content of cgroup v2 `cpu.max` ("<quota µs|max> <period µs>") in cores; Infinity without a limit. */
export function parseCpuMax(text: string): number {
  const [quota, period] = text.trim().split(/\s+/);
  return toCores(quota === "max" ? -1 : Number(quota), Number(period));
}

/** cgroup v1 `cpu.cfs_quota_us` (-1 = no limit) and `cpu.cfs_period_us` in cores; Infinity without a limit. */
export function parseCfsQuota(quotaText: string, periodText: string): number {
  return toCores(Number(quotaText.trim() || "-1"), Number(periodText.trim()));
}

function toCores(quotaUs: number, periodUs: number): number {
  return quotaUs > 0 && periodUs > 0 ? quotaUs / periodUs : Number.POSITIVE_INFINITY;
}

/** Where `/proc/self/cgroup` places this process: the v2 path, and the v1 path of the cpu controller. */
export function parseCgroupPaths(text: string): { readonly v2?: string; readonly v1Cpu?: string } {
  const paths: { v2?: string; v1Cpu?: string } = {};
  for (const line of text.split("\n")) {
    const [, controllers, place] = /^\d+:([^:]*):(.+)$/.exec(line) ?? [];
    if (place === undefined || controllers === undefined) continue;
    if (controllers === "") paths.v2 = place;
    if (controllers.split(",").includes("cpu")) paths.v1Cpu = place;
  }
  return paths;
}

/** A cgroup and everything above it, innermost first: a limit on any of them binds. */
export function listAncestors(place: string): string[] {
  const ancestors: string[] = [];
  for (let at = path.posix.normalize(place); ; at = path.posix.dirname(at)) {
    ancestors.push(at);
    if (at === "/" || at === ".") return ancestors;
  }
}

/** Whole cores that a quota (in cores) and a processor count leave, at least 1. Rounded down: a worker too many gets the whole process throttled, the event loop with it. */
export function countCores(quotaCores: number, processors: number): number {
  return Math.max(1, Math.floor(Math.min(quotaCores, processors)));
}

/** Cores this process may use: the least of CPU affinity and the cgroup quotas (v2 and v1) of its own and its parent groups. */
export function readAllowedCores(): number {
  return countCores(readQuota(), os.availableParallelism());
}

function readQuota(): number {
  const { v2 = "/", v1Cpu = "/" } = parseCgroupPaths(readText("/proc/self/cgroup") ?? "");
  const limits = [
    ...listAncestors(v2).map((place) => parseCpuMax(readText(path.join(cgroupRoot, place, "cpu.max")) ?? "max")),
    ...listAncestors(v1Cpu).flatMap((place) =>
      ["cpu", "cpu,cpuacct"].map((mount) => readCfsQuota(path.join(cgroupRoot, mount, place))),
    ),
  ];
  return Math.min(...limits);
}

function readCfsQuota(directory: string): number {
  const quota = readText(path.join(directory, "cpu.cfs_quota_us"));
  const period = readText(path.join(directory, "cpu.cfs_period_us"));
  return parseCfsQuota(quota ?? "-1", period ?? "");
}

/** Undefined for a file that is not there or not readable: other systems, and containers that hide the tree. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
