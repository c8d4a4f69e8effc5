import { logger } from "@/lib/observability/logger";
import { trackConnections } from "./connections";
import { BootError, runSteps } from "./run-steps";
import { onStopSignal, StopList, shutDown } from "./shutdown";
import { createSteps } from "./steps";

/**
 * Starts everything behind the server and returns at once; readiness tells how far it is. A step that fails ends the
 * process with status 1 after one line in the log that says why.
 */
export function boot(): void {
  const connections = trackConnections();
  const stops = new StopList();
  const exit = (status: number) => process.exit(status);
  let isStopping = false;
  const isCancelled = () => isStopping;
  const booted = runSteps(createSteps(stops, isCancelled), isCancelled).catch(async (error: unknown) => {
    if (isStopping) return;
    reportFailure(error);
    await stops.run();
    exit(1);
  });
  onStopSignal(() => {
    isStopping = true;
    void shutDown({ connections, stops, booted, exit });
  });
}

function reportFailure(error: unknown): void {
  const step = error instanceof BootError ? error.step : "unknown";
  const message = error instanceof Error ? error.message : String(error);
  logger.fatal({ event: "boot", step, error: message });
}
