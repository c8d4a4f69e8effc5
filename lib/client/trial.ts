import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { api } from "./api";
import { readProblem } from "./problem";

/** A service's answer to a picture, as a program would get it; also one that refuses the picture. */
export interface TrialAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Parsed JSON. */
  readonly body: unknown;
  /** From sending the first byte to the last one of the answer. */
  readonly ms: number;
}

export interface Trial {
  readonly serviceId: string;
  /** Name of the operation in the address. */
  readonly operation: string;
  /** With or without parameters, no question mark. */
  readonly query: string;
  /** A form, a bare file, or text that is JSON. */
  readonly body: FormData | File | string;
  readonly signal: AbortSignal;
}

/** What our own API says; anything else is the service's word on the picture. */
const ownRefusals: readonly number[] = [401, 403, 404];

function headersFor(body: Trial["body"]): HeadersInit {
  if (body instanceof FormData) return {};
  return { "content-type": typeof body === "string" ? "application/json" : "application/octet-stream" };
}

/**
 * Has a service answer to pictures. What the service refuses is an answer too.
 *
 * @throws ProblemError when the server does not let the reader ask; TypeError when it cannot be reached
 */
export async function sendTrial({ serviceId, operation, query, body, signal }: Trial): Promise<TrialAnswer> {
  const startedAt = performance.now();
  const address = `/api/admin/services/${serviceId}/try/${operation}?${query}`;
  const response = await fetch(address, { method: "POST", headers: headersFor(body), body, cache: "no-store", signal });
  const isJson = /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "");
  if (!isJson || ownRefusals.includes(response.status)) throw await readProblem(response);
  return { status: response.status, body: await response.json(), ms: performance.now() - startedAt };
}

const limits = z.object({ clientMaxFileSize: z.number() });

/** What the server takes at most, in bytes. */
export const uploadLimitQuery = () =>
  queryOptions({
    queryKey: ["upload limits"] as const,
    queryFn: ({ signal }) => api("/api/v1/config", { schema: limits, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
