import { processWide } from "./process-state";

/** Everything that must be in place before requests are served, in the order of the boot. */
export const bootSteps = ["config", "database", "migrations", "models", "workers", "index"] as const;
export type BootStep = (typeof bootSteps)[number];
type StepState = "waiting" | "running" | "done" | "failed";
type ServerStatus = "starting" | "ready" | "failed" | "stopping";

export interface StepReport {
  readonly name: BootStep;
  readonly state: StepState;
  /** Milliseconds the step has taken, so far or in all; 0 while it waits. */
  readonly ms: number;
  readonly error?: string;
}

interface Step {
  state: StepState;
  startedAt: number;
  endedAt: number;
  error?: string;
}

class Readiness {
  private stopping = false;
  private readonly steps = new Map<BootStep, Step>(
    bootSteps.map((name) => [name, { state: "waiting", startedAt: 0, endedAt: 0 }]),
  );

  begin(name: BootStep) {
    this.steps.set(name, { state: "running", startedAt: performance.now(), endedAt: 0 });
  }

  complete(name: BootStep) {
    this.end(name, "done");
  }

  /** `reason` is shown on the health page: no secrets, one line. */
  fail(name: BootStep, reason: string) {
    this.end(name, "failed", reason);
  }

  stop() {
    this.stopping = true;
  }

  status(): ServerStatus {
    const states = [...this.steps.values()].map((step) => step.state);
    if (this.stopping) return "stopping";
    if (states.includes("failed")) return "failed";
    return states.every((state) => state === "done") ? "ready" : "starting";
  }

  report(): { status: ServerStatus; steps: StepReport[] } {
    return { status: this.status(), steps: [...this.steps].map(([name, step]) => reportStep(name, step)) };
  }

  private end(name: BootStep, state: StepState, error?: string) {
    const startedAt = this.steps.get(name)?.startedAt || performance.now();
    this.steps.set(name, { state, startedAt, endedAt: performance.now(), ...(error === undefined ? {} : { error }) });
  }
}

function reportStep(name: BootStep, step: Step): StepReport {
  const ms = step.state === "waiting" ? 0 : Math.round((step.endedAt || performance.now()) - step.startedAt);
  return { name, state: step.state, ms, ...(step.error === undefined ? {} : { error: step.error }) };
}

/** Readiness of this process, the same object for the boot, the routes and the health page. */
export const readiness = processWide("readiness", () => new Readiness());
