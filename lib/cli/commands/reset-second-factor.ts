import { commandLineActor } from "@/lib/domain/audit/types";
import { resetSecondFactorInput } from "@/lib/domain/second-factor/schema";
import { resetSecondFactorOf } from "@/lib/domain/second-factor/service";
import type { Command } from "./command";
import { parseFlags } from "./parse-flags";
import { withDatabase } from "./with-database";

export const resetSecondFactorCommand: Command = {
  summary: "Takes the second factor of a user away who lost it; they are signed out everywhere.",
  requiredFlags: ["email"],
  optionalFlags: [],
  run: async (flags) => {
    const input = parseFlags(resetSecondFactorInput, flags, { email: "email" });
    return { output: await withDatabase(() => resetSecondFactorOf(commandLineActor, input)), exitCode: 0 };
  },
};
