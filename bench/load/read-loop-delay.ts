/**
 * The server's event-loop delay p99 in milliseconds since the last reading of its metrics (each reading starts the
 * measurement anew), as it reports it: the sampling interval of 10 ms is part of the number. Undefined when not reported.
 */
export async function readLoopDelayMs(origin: string): Promise<number | undefined> {
  const response = await fetch(new URL("/api/metrics", origin));
  const text = response.ok ? await response.text() : "";
  const seconds = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
