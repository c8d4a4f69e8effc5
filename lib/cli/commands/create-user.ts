import { commandLineActor } from "@/lib/domain/audit/types";
import { createUserInput } from "@/lib/domain/users/schema";
import { createUser } from "@/lib/domain/users/service";
import type { Command } from "./command";
import { parseFlags } from "./parse-flags";
import { withDatabase } from "./with-database";

export const createUserCommand: Command = {
  summary: "Makes an active user; the first one becomes the owner of the installation.",
  requiredFlags: ["email", "password", "first-name", "last-name"],
  optionalFlags: ["role"],
  run: async (flags) => {
    const input = parseFlags(createUserInput, flags, {
      email: "email",
      password: "password",
      firstName: "first-name",
      lastName: "last-name",
      role: "role",
    });
    return { output: await withDatabase(() => createUser(commandLineActor, input)), exitCode: 0 };
  },
};
