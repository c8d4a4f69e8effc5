/**
 * Shares the runs of `work`: every caller gets the outcome of a run that began after its call, and at most one goes on
 * at a time. What was committed before a call is therefore seen by its run.
 */
export function freshRuns<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  return () => {
    next ??= running.then(() => {
      next = null;
      const run = work();
      running = run.catch(() => undefined);
      return run;
    });
    return next;
  };
}
