import { listServices } from "@/lib/domain/services/service";
import type { Command } from "./command";
import { withDatabase } from "./with-database";

export const listServicesCommand: Command = {
  summary: "Lists all services with the first characters of their API keys.",
  requiredFlags: [],
  optionalFlags: [],
  run: async () => ({ output: await withDatabase(listServices), exitCode: 0 }),
};
