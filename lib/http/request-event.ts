import type { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { metrics } from "@/lib/observability/metrics";
import { announceServiceRequest } from "./request-observer";
import { roundTo } from "./round-to";
import type { Actor, RequestFacts } from "./wire";

/** What becomes the one log line of a request, filled while it runs. */
export interface RequestEvent {
  readonly id: string;
  readonly wire: string;
  /** Pattern, never the path: paths may hold names or keys. */
  readonly route: string;
  readonly method: string;
  readonly startedAt: number;
  /** Unknown until the credential is checked. */
  actor?: Actor;
  facts?: RequestFacts;
  failure?: AppError;
}

/** Writes the log line and counts the request, also for its service. `status` is what was answered, 499 when nobody was left to answer. */
export function emitRequestEvent(event: RequestEvent, status: number): void {
  const ms = performance.now() - event.startedAt;
  const { actor, facts, failure } = event;
  // What the service does not let in is none of its requests, or any page could fill its statistics.
  if (actor?.serviceId !== undefined && failure?.code !== "forbidden") {
    announceServiceRequest({ serviceId: actor.serviceId, status, ms });
  }
  metrics.requests.inc({ wire: event.wire, route: event.route, status });
  metrics.requestSeconds.observe({ wire: event.wire, route: event.route }, ms / 1000);
  for (const [stage, stageMs] of Object.entries(facts?.stagesMs ?? {})) {
    metrics.stageSeconds.observe({ stage }, stageMs / 1000);
  }
  const line = {
    event: "request",
    id: event.id,
    wire: event.wire,
    route: event.route,
    method: event.method,
    status,
    ms: roundTo(ms, 1),
    serviceId: actor?.serviceId,
    facesFound: facts?.facesFound,
    modelVersions: facts?.modelVersions,
    queueMs: facts?.queueMs,
    errorCode: failure?.code,
    // Causes of client errors may quote what the client sent; only our own failures are worth a stack.
    // And of those not a refusal for lack of room, or a rush of requests would fill the log.
    cause: failure !== undefined && status >= 500 && failure.code !== "busy" ? describeCause(failure.cause) : undefined,
  };
  logger[levelOf(status)](line);
}

function levelOf(status: number): "info" | "warn" | "error" {
  if (status >= 500 && status !== 503) return "error";
  return status >= 400 ? "warn" : "info";
}

function describeCause(cause: unknown): string | undefined {
  if (cause === undefined) return undefined;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
