import path from "node:path";
import { type Config, config, loadDotEnv } from "@/lib/config/env";
import { secretNames } from "@/lib/config/variables";
import { prepare } from "./steps/prepare";
import { say } from "./steps/progress";
import { projectRoot } from "./steps/project-root";
import { CommandError, endRunningCommands } from "./steps/run-command";
import { localUrl, requireFreePort } from "./steps/server-address";
import { type ServerProcess, startServer } from "./steps/server-process";
import { onStopRequest } from "./steps/stop-request";
import { waitUntilReady } from "./steps/wait-until-ready";

/** What the server gets on top of our own environment; it runs in another folder, so paths become absolute. */
function serverEnvironment(settings: Config): Record<string, string> {
  const files = [...secretNames].flatMap((name) => {
    const file = process.env[`${name}_FILE`];
    return file ? [[`${name}_FILE`, path.resolve(file)]] : [];
  });
  return {
    ...Object.fromEntries(files),
    PORT: String(settings.port),
    // Shells and Docker set HOSTNAME to the machine's name, which Next would take as the address to listen on.
    HOSTNAME: settings.host,
    DATA_DIR: settings.dataDir,
    MODELS_DIR: settings.modelsDir,
    ...modelFiles(settings.modelPack),
  };
}

function modelFiles({ files, mirror }: Config["modelPack"]): Record<string, string> {
  const places = {
    MODEL_DETECTOR: files.detector,
    MODEL_RECOGNIZER: files.recognizer,
    MODEL_ANTISPOOF: files.antispoof,
    MODEL_MIRROR: mirror ?? undefined,
  };
  return Object.fromEntries(Object.entries(places).flatMap(([name, place]) => (place ? [[name, place]] : [])));
}

function greet(url: string): void {
  say(`\nMien is ready at ${url}\n`);
  say("First steps, in another terminal:");
  say("  npm run admin -- service:create --app Demo --name faces --type DETECTION");
  say(`  curl -X POST "${url}/api/v1/detection/detect" -H "x-api-key: <api key>" -F file=@photo.jpg\n`);
}

async function main(): Promise<number> {
  let server: ServerProcess | undefined;
  onStopRequest(() => {
    if (server === undefined) {
      endRunningCommands();
      process.exit(0);
    }
    server.stop();
  });
  loadDotEnv(projectRoot);
  const settings = config();
  await requireFreePort(settings.host, settings.port);
  await prepare(settings);
  server = startServer({ env: serverEnvironment(settings) });
  try {
    if (await waitUntilReady(server, localUrl(settings.host, settings.port))) greet(settings.publicUrl);
  } catch (error) {
    server.stop();
    throw error;
  }
  return server.ended;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof CommandError) say(error.output);
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
