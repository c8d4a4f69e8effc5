import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { commandLineActor } from "@/lib/domain/audit/types";
import { exportInput } from "@/lib/domain/exports/schema";
import { exportCollection } from "@/lib/domain/exports/service";
import type { Command } from "./command";
import { parseFlags } from "./parse-flags";
import { requireCollection } from "./require-collection";
import { withDatabase } from "./with-database";

const exportFlags = z.strictObject({
  serviceId: z.uuid({ error: "must be the id of a service" }),
  file: z.string(),
  images: exportInput.shape.images,
});

async function writeExport({ serviceId, file, images }: z.output<typeof exportFlags>) {
  const scope = await requireCollection(serviceId);
  const pieces = await exportCollection({ scope, withImages: images, actor: commandLineActor });
  // Never over a file that is there, and for its owner alone: what it holds are faces of people.
  const target = createWriteStream(file, { flags: "wx", mode: 0o600 });
  await pipeline(Readable.from(pieces), target);
  return { file, bytes: target.bytesWritten };
}

export const exportCollectionCommand: Command = {
  summary: "Writes a service's collection to a new zip file: subjects, faces, and kept pictures unless --images false.",
  requiredFlags: ["service", "file"],
  optionalFlags: ["images"],
  run: async (flags) => {
    const input = parseFlags(exportFlags, flags, { serviceId: "service", file: "file", images: "images" });
    return { output: await withDatabase(() => writeExport(input)), exitCode: 0 };
  },
};
