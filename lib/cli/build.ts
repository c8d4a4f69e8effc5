import { parseArgs } from "node:util";
import { buildServer } from "./steps/build-server";
import { convertNetworks } from "./steps/convert-networks";
import { say } from "./steps/progress";
import { CommandError } from "./steps/run-command";

// `--models <folder>` converts the networks too, for an image that brings them along.
const { models } = parseArgs({ options: { models: { type: "string" } } }).values;

try {
  await buildServer();
  if (models !== undefined) await convertNetworks(models);
} catch (error) {
  say(error instanceof CommandError ? error.output : String(error));
  process.exitCode = 1;
}
