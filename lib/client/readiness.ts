import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";

const readinessReport = z.object({
  status: z.enum(["starting", "ready", "failed", "stopping"]),
  steps: z.array(
    z.object({
      name: z.string(),
      state: z.enum(["waiting", "running", "done", "failed"]),
      error: z.optional(z.string()),
    }),
  ),
});

export type ReadinessReport = z.infer<typeof readinessReport>;

/** Asks the server how far it is. Rejects when it cannot be reached or answers something else. */
async function getReadiness(signal: AbortSignal): Promise<ReadinessReport> {
  const response = await fetch("/api/health/ready", { signal, cache: "no-store" });
  return readinessReport.parse(await response.json());
}

const askedAgainEveryMs = 2_000;

/** Asked anew as long as the page is to be seen: a server that starts or stops changes its answer. */
export const readinessQuery = () =>
  queryOptions({
    queryKey: ["readiness"] as const,
    queryFn: ({ signal }) => getReadiness(signal),
    refetchInterval: askedAgainEveryMs,
    retry: false,
  });
