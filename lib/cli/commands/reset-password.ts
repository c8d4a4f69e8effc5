import { commandLineActor } from "@/lib/domain/audit/types";
import { setPasswordInput } from "@/lib/domain/passwords/schema";
import { setPassword } from "@/lib/domain/passwords/service";
import type { Command } from "./command";
import { parseFlags } from "./parse-flags";
import { withDatabase } from "./with-database";

export const resetPasswordCommand: Command = {
  summary: "Sets the password of an active user, who is signed out everywhere.",
  requiredFlags: ["email", "password"],
  optionalFlags: [],
  run: async (flags) => {
    const input = parseFlags(setPasswordInput, flags, { email: "email", password: "password" });
    return { output: await withDatabase(() => setPassword(commandLineActor, input)), exitCode: 0 };
  },
};
