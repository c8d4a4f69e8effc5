import type { Command } from "./command";
import { checkDatabase } from "./doctor/check-database";
import { checkDisk, checkMemory, checkProcessor, checkQuota } from "./doctor/check-machine";
import { checkMail } from "./doctor/check-mail";
import { checkModels } from "./doctor/check-models";
import type { Finding } from "./doctor/finding";

const checks: Readonly<Record<string, () => Promise<Finding> | Finding>> = {
  processor: checkProcessor,
  quota: checkQuota,
  memory: checkMemory,
  disk: checkDisk,
  models: checkModels,
  database: checkDatabase,
  mail: checkMail,
};

/** A check that throws has failed; the others run all the same. */
async function examine(check: () => Promise<Finding> | Finding): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

export const doctorCommand: Command = {
  summary: "Checks the machine, the model files, the database and the mail server.",
  requiredFlags: [],
  optionalFlags: [],
  run: async () => {
    const findings = [];
    for (const [name, check] of Object.entries(checks)) findings.push({ name, ...(await examine(check)) });
    return { output: { checks: findings }, exitCode: findings.every(({ ok }) => ok) ? 0 : 1 };
  },
};
