import { metrics } from "@/lib/observability/metrics";
import { readiness } from "@/lib/observability/readiness";

const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;

/** 200 as long as the process answers at all; an orchestrator restarts it otherwise. */
export function answerLive(): Response {
  return Response.json({ status: "live" }, { headers });
}

/** 200 when requests are served, else 503; names each boot step with its state, so that the missing one is seen. */
export function answerReady(): Response {
  const report = readiness.report();
  return Response.json(report, { status: report.status === "ready" ? 200 : 503, headers });
}

/** All metrics in the Prometheus text format. */
export async function answerMetrics(): Promise<Response> {
  const { registry } = metrics;
  return new Response(await registry.metrics(), { headers: { ...headers, "content-type": registry.contentType } });
}
