import { logger } from "@/lib/observability/logger";
import { readiness } from "@/lib/observability/readiness";
import type { Connections } from "./connections";

/** Requests in flight get this long to finish. */
const drainMsMax = 15_000;
/** After this the process ends whatever still hangs; orchestrators kill after 30 s. */
const exitMsMax = 24_000;

type Stop = () => void | Promise<void>;

/** What has been started and must be stopped, the latest first. */
export class StopList {
  private readonly stops: { name: string; stop: Stop }[] = [];

  add(name: string, stop: Stop) {
    this.stops.push({ name, stop });
  }

  /** Stops everything; one that fails is logged and does not keep the others from being stopped. */
  async run(): Promise<void> {
    for (let next = this.stops.pop(); next !== undefined; next = this.stops.pop()) {
      try {
        await next.stop();
      } catch (error) {
        logger.error({ event: "stop", part: next.name, cause: String(error) });
      }
    }
  }
}

interface ShutDownOptions {
  readonly connections: Connections;
  readonly stops: StopList;
  /** Settles when the boot does nothing any more; never rejects. */
  readonly booted: Promise<void>;
  readonly exit: (status: number) => void;
}

/** Ends the server in order: not ready, requests in flight answered, workers and database stopped, exit 0. */
export async function shutDown({ connections, stops, booted, exit }: ShutDownOptions): Promise<void> {
  readiness.stop();
  logger.info({ event: "shutdown", inFlight: connections.inFlight() });
  setTimeout(() => exit(1), exitMsMax).unref();
  const isDrained = await connections.drain(drainMsMax);
  if (!isDrained) logger.warn({ event: "shutdown", abandoned: connections.inFlight() });
  await booted;
  await stops.run();
  exit(0);
}

const signals = ["SIGTERM", "SIGINT"] as const;

/**
 * Calls `stop` once for the first signal that asks the process to end.
 *
 * Next's own listeners are taken off: they exit as soon as the sockets are closed, before workers and the embedded
 * database have stopped.
 */
export function onStopSignal(stop: () => void): void {
  let isStopping = false;
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      stop();
    });
  }
}
