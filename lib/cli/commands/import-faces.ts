import { constants } from "node:fs";
import { chmod, copyFile, stat } from "node:fs/promises";
import { z } from "zod";
import { commandLineActor } from "@/lib/domain/audit/types";
import { importFaces } from "@/lib/domain/jobs/service";
import { AppError } from "@/lib/errors/app-error";
import type { Command } from "./command";
import { parseFlags } from "./parse-flags";
import { requireCollection } from "./require-collection";
import { withDatabase } from "./with-database";

const importFlags = z.strictObject({
  serviceId: z.uuid({ error: "must be the id of a service" }),
  file: z.string(),
  table: z.string().optional(),
});

async function copy(from: string, to: string, bytesMax: number): Promise<void> {
  const found = await stat(from).catch(() => null);
  if (!found?.isFile()) throw new AppError("invalid_request", `There is no file ${from}.`);
  if (found.size > bytesMax) throw new AppError("file_too_large", `${from} is larger than ${bytesMax} bytes.`);
  await copyFile(from, to, constants.COPYFILE_EXCL);
  await chmod(to, 0o600);
}

async function handIn({ serviceId, file, table }: z.output<typeof importFlags>) {
  const scope = await requireCollection(serviceId);
  const { id, state } = await importFaces({
    scope,
    actor: commandLineActor,
    receive: async (files, { bytesMax }) => {
      await copy(file, files.zip, bytesMax);
      if (table !== undefined) await copy(table, files.table, bytesMax);
    },
  });
  return { job: id, state };
}

export const importFacesCommand: Command = {
  summary: "Hands in a zip file for a service; a running server adds its faces at once, else the next one that starts.",
  requiredFlags: ["service", "file"],
  optionalFlags: ["csv"],
  run: async (flags) => {
    const input = parseFlags(importFlags, flags, { serviceId: "service", file: "file", table: "csv" });
    return { output: await withDatabase(() => handIn(input)), exitCode: 0 };
  },
};
