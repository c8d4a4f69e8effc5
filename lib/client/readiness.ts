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
export async function getReadiness(signal: AbortSignal): Promise<ReadinessReport> {
  const response = await fetch("/api/health/ready", { signal, cache: "no-store" });
  return readinessReport.parse(await response.json());
}
