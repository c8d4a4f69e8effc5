import { ConfigError } from "@/lib/config/config-error";
import { EmbeddedPostgresError } from "@/lib/db/embedded/embedded-postgres-error";
import { translateError } from "@/lib/db/translate-error";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { MigrationError } from "@/prisma/migration-error";
import type { CommandResult } from "./command";
import { readFlags } from "./parse-flags";

function describeError(error: unknown) {
  if (error instanceof AppError) return { code: error.code, message: error.message, fields: error.fields };
  if (error instanceof ConfigError) return { code: "configuration", message: error.message, fields: error.problems };
  if (error instanceof EmbeddedPostgresError || error instanceof MigrationError) {
    return { code: "database", message: error.message };
  }
  return { code: "internal", message: error instanceof Error ? error.message : String(error) };
}

async function runCommand([name = "help", ...args]: readonly string[]): Promise<CommandResult> {
  // Loaded late, since it needs the generated database client.
  const { commands } = await import("./table");
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new AppError("invalid_request", `There is no command ${name}; try help.`);
  return command.run(readFlags(args, command));
}

/** Runs one command: JSON on standard output, or one line of JSON on standard error. @returns the exit code */
export async function runAdmin(args: readonly string[]): Promise<0 | 1> {
  logger.level = "silent"; // The log goes to standard output too.
  try {
    const { output, exitCode } = await runCommand(args);
    process.stdout.write(`${JSON.stringify(output, null, process.stdout.isTTY ? 2 : 0)}\n`);
    return exitCode;
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ error: describeError(translateError(error)) })}\n`);
    return 1;
  }
}
