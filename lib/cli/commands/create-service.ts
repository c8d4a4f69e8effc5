import { commandLineActor } from "@/lib/domain/audit/types";
import { createServiceInput } from "@/lib/domain/services/schema";
import { createService } from "@/lib/domain/services/service";
import type { Command } from "./command";
import { parseFlags } from "./parse-flags";
import { withDatabase } from "./with-database";

export const createServiceCommand: Command = {
  summary: "Makes a service and its API key, and the application --app when there is none of that name.",
  requiredFlags: ["app", "name", "type"],
  optionalFlags: ["api-key", "encryption-key", "encryption-iv"],
  run: async (flags) => {
    const input = parseFlags(createServiceInput, flags, {
      applicationName: "app",
      name: "name",
      type: "type",
      apiKey: "api-key",
      encryptionKey: "encryption-key",
      encryptionIv: "encryption-iv",
    });
    return { output: await withDatabase(() => createService(commandLineActor, input)), exitCode: 0 };
  },
};
