import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
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
  /** By the name of the form's part. */
  readonly pictures: Readonly<Record<string, File>>;
  readonly signal: AbortSignal;
}

/**
 * Has a service answer to pictures. What the service refuses is an answer too.
 *
 * @throws ProblemError when the server does not let the reader ask; TypeError when it cannot be reached
 */
export async function sendTrial({ serviceId, operation, query, pictures, signal }: Trial): Promise<TrialAnswer> {
  const body = new FormData();
  for (const [name, file] of Object.entries(pictures)) body.set(name, file, file.name);
  const startedAt = performance.now();
  const address = `/api/admin/services/${serviceId}/try/${operation}?${query}`;
  const response = await fetch(address, { method: "POST", body, cache: "no-store", signal });
  if (!response.headers.get("content-type")?.startsWith("application/json")) throw await readProblem(response);
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
