import { buildServer } from "./steps/build-server";
import { say } from "./steps/progress";
import { CommandError } from "./steps/run-command";

try {
  await buildServer();
} catch (error) {
  say(error instanceof CommandError ? error.output : String(error));
  process.exitCode = 1;
}
