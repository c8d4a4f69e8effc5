import pino from "pino";
import { processWide } from "./process-state";

/**
 * Names under which a credential or a person could reach a log line by mistake. Events are built from explicit
 * fields, so this is the second fence; wildcards of pino reach one level, hence both spellings.
 */
const secretNames = ["authorization", "cookie", "password", "apiKey", "key", "token", "embedding", "image", "subject"];
const redactedPaths = [...secretNames.flatMap((name) => [name, `*.${name}`]), '["x-api-key"]', '*["x-api-key"]'];

/** Makes a logger; `stream` is for tests. */
export function createLogger(stream: pino.DestinationStream = pino.destination({ fd: 1, sync: true })): pino.Logger {
  // No transports: their worker files are not part of Next's standalone output.
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: redactedPaths, censor: "[redacted]" },
    },
    stream,
  );
}

/** One JSON object a line on standard output. */
export const logger = processWide("logger", () => createLogger());
