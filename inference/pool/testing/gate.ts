import { vi } from "vitest";

/** Lets a test hold a worker in the middle of a task: no sleeps, no races. */
export class Gate {
  readonly cells = new Int32Array(new SharedArrayBuffer(8));

  /** Resolves once the worker is inside the task. */
  async entered(): Promise<void> {
    await vi.waitUntil(() => Atomics.load(this.cells, 0) === 1, { interval: 2, timeout: 120_000 });
  }

  open(): void {
    Atomics.store(this.cells, 1, 1);
    Atomics.notify(this.cells, 1);
  }
}
