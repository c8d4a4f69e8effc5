import { z } from "zod";
import { rotateApiKeyInput } from "@/lib/domain/api-keys/schema";
import { rotatePrimaryKey } from "@/lib/domain/api-keys/service";
import { commandLineActor } from "@/lib/domain/audit/types";
import type { Command } from "./command";
import { parseFlags } from "./parse-flags";
import { withDatabase } from "./with-database";

const rotateKeyFlags = z.strictObject({
  serviceId: z.uuid({ error: "must be the id of a service" }),
  graceMinutes: z.coerce.number().pipe(rotateApiKeyInput.shape.graceMinutes).default(0),
});

export const rotateKeyCommand: Command = {
  summary: "Gives a service a new primary key; the old one works on for --grace-minutes (0 to 10080, 0 when absent).",
  requiredFlags: ["service"],
  optionalFlags: ["grace-minutes"],
  run: async (flags) => {
    const input = parseFlags(rotateKeyFlags, flags, { serviceId: "service", graceMinutes: "grace-minutes" });
    return { output: await withDatabase(() => rotatePrimaryKey(commandLineActor, input)), exitCode: 0 };
  },
};
