import { processWide } from "@/lib/observability/process-state";

const lasts = processWide("one-at-a-time", () => new Map<string, Promise<unknown>>());

/** Runs pieces of work of one name one after the other, in the order they came; others do not wait. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = lasts.get(name);
  const own = (async () => {
    await before?.catch(() => undefined);
    return work();
  })();
  lasts.set(name, own);
  try {
    return await own;
  } finally {
    if (lasts.get(name) === own) lasts.delete(name);
  }
}
