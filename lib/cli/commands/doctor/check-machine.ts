import { readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import os from "node:os";
import { readAllowedCores } from "@/inference/pool/cpu-quota";
import { config } from "@/lib/config/env";
import { existingParent } from "@/lib/config/existing-parent";
import { memoryLimitBytes } from "@/lib/config/memory-limit";
import type { Finding } from "./finding";

const gibibyte = 1024 ** 3;
const memoryBytesMin = gibibyte;
const diskBytesMin = gibibyte;

const toGibibytes = (bytes: number) => `${(bytes / gibibyte).toFixed(1)} GiB`;

/** Judges the text of `/proc/cpuinfo` on an x64 machine. */
export function judgeProcessorFlags(cpuinfo: string): Finding {
  const flags = new Set(/^flags\s*:(.*)$/m.exec(cpuinfo)?.[1]?.trim().split(/\s+/));
  if (flags.has("avx2")) return { ok: true, detail: "The processor has AVX2." };
  if (flags.has("avx")) return { ok: true, detail: "The processor has AVX but not AVX2; the networks run slower." };
  return { ok: false, detail: "The processor (or the virtual machine's model of it) lacks AVX." };
}

export function checkProcessor(): Finding {
  if (process.platform === "linux" && process.arch === "x64") {
    return judgeProcessorFlags(readFileSync("/proc/cpuinfo", "utf8"));
  }
  return { ok: true, detail: `No flags are needed on ${process.platform} ${process.arch}.` };
}

export function checkQuota(): Finding {
  const allowed = readAllowedCores();
  const workers = config().inferenceWorkers ?? allowed;
  const detail = `${allowed} of ${os.cpus().length} cores may be used, ${workers} inference workers.`;
  if (workers <= allowed) return { ok: true, detail };
  return { ok: false, detail: `${detail} Set INFERENCE_WORKERS to ${allowed} at most, or raise the quota.` };
}

export function checkMemory(): Finding {
  const limit = memoryLimitBytes();
  const detail = `${toGibibytes(limit)} of memory may be used, ${toGibibytes(os.freemem())} is free.`;
  if (limit >= memoryBytesMin) return { ok: true, detail };
  return { ok: false, detail: `${detail} At least ${toGibibytes(memoryBytesMin)} is needed.` };
}

export async function checkDisk(): Promise<Finding> {
  const { dataDir } = config();
  const { bavail, bsize } = await statfs(existingParent(dataDir));
  const detail = `${toGibibytes(bavail * bsize)} is free for ${dataDir}.`;
  if (bavail * bsize >= diskBytesMin) return { ok: true, detail };
  return { ok: false, detail: `${detail} At least ${toGibibytes(diskBytesMin)} is needed.` };
}
