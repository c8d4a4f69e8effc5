import type { Command } from "./command";
import { createApplicationCommand } from "./create-application";
import { createServiceCommand } from "./create-service";
import { createUserCommand } from "./create-user";
import { doctorCommand } from "./doctor";
import { exportCollectionCommand } from "./export-collection";
import { importFacesCommand } from "./import-faces";
import { listModelsCommand } from "./list-models";
import { listServicesCommand } from "./list-services";
import { resetPasswordCommand } from "./reset-password";
import { resetSecondFactorCommand } from "./reset-second-factor";
import { rotateKeyCommand } from "./rotate-key";

function usageOf(name: string, { requiredFlags, optionalFlags }: Command): string {
  const required = requiredFlags.map((flag) => `--${flag} …`);
  const optional = optionalFlags.map((flag) => `[--${flag} …]`);
  return [name, ...required, ...optional].join(" ");
}

const helpCommand: Command = {
  summary: "Lists the commands.",
  requiredFlags: [],
  optionalFlags: [],
  run: async () => {
    const list = Object.entries(commands).map(([name, command]) => ({
      usage: usageOf(name, command),
      summary: command.summary,
    }));
    return { output: { commands: list }, exitCode: 0 };
  },
};

/** Everything that `npm run admin -- <command>` can do. */
export const commands: Readonly<Record<string, Command>> = {
  "user:create": createUserCommand,
  "user:reset-password": resetPasswordCommand,
  "user:reset-second-factor": resetSecondFactorCommand,
  "app:create": createApplicationCommand,
  "service:create": createServiceCommand,
  "service:list": listServicesCommand,
  "key:rotate": rotateKeyCommand,
  export: exportCollectionCommand,
  import: importFacesCommand,
  "model:list": listModelsCommand,
  doctor: doctorCommand,
  help: helpCommand,
};
