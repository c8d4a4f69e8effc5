import { createApplicationInput } from "@/lib/domain/applications/schema";
import { createApplication } from "@/lib/domain/applications/service";
import { commandLineActor } from "@/lib/domain/audit/types";
import type { Command } from "./command";
import { parseFlags } from "./parse-flags";
import { withDatabase } from "./with-database";

export const createApplicationCommand: Command = {
  summary: "Makes an application, owned by the user with the e-mail address --owner when it is given.",
  requiredFlags: ["name"],
  optionalFlags: ["owner"],
  run: async (flags) => {
    const input = parseFlags(createApplicationInput, flags, { name: "name", ownerEmail: "owner" });
    return { output: await withDatabase(() => createApplication(commandLineActor, input)), exitCode: 0 };
  },
};
