import { logger } from "@/lib/observability/logger";
import { type BootStep, bootSteps, readiness } from "@/lib/observability/readiness";

const reasonLengthMax = 500;

export type StepActions = Readonly<Record<BootStep, () => void | Promise<void>>>;

/** A boot step failed; `step` names it and the message says in one line why. */
export class BootError extends Error {
  readonly step: BootStep;

  constructor(step: BootStep, cause: unknown) {
    super(oneLine(cause), { cause });
    this.name = "BootError";
    this.step = step;
  }
}

/**
 * Runs the boot steps in their order and keeps readiness up to date. `isCancelled` is asked before each step, so that
 * a server told to stop while it starts begins nothing new.
 *
 * @throws BootError for the first step that fails
 */
export async function runSteps(actions: StepActions, isCancelled: () => boolean): Promise<void> {
  for (const step of bootSteps) {
    if (isCancelled()) return;
    readiness.begin(step);
    const startedAt = performance.now();
    try {
      await actions[step]();
    } catch (cause) {
      const error = new BootError(step, cause);
      readiness.fail(step, error.message);
      throw error;
    }
    readiness.complete(step);
    logger.info({ event: "boot", step, ms: Math.round(performance.now() - startedAt) });
  }
}

/** Database clients put the reason on the last of many lines, so all of them are kept, as one. */
function oneLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.trim().replace(/\s+/g, " ").slice(0, reasonLengthMax);
}
