import { z } from "zod/mini";
import { readProblem } from "./problem";

interface Call<T> {
  /** What the answer must be; anything else is an error here, not somewhere in a component. */
  readonly schema: z.ZodMiniType<T>;
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON. Mutations always send some, because the server demands the content type of them. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page; its body then has at most 64 kB. */
  readonly keepalive?: boolean;
}

/** Schema of an answer without content. */
export const nothing = z.undefined();

/** Schema of an answer whose content says nothing. */
export const accepted = z.unknown();

function requestInit({
  method = "GET",
  body = {},
  signal,
  keepalive = false,
}: Omit<Call<unknown>, "schema">): RequestInit {
  const init: RequestInit = { method, cache: "no-store", keepalive, signal: signal ?? null };
  if (method === "GET") return init;
  return { ...init, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** Asks the server. Throws a ProblemError when it refuses, a TypeError when it cannot be reached. */
export async function api<T>(path: string, { schema, ...call }: Call<T>): Promise<T> {
  const response = await fetch(path, requestInit(call));
  if (!response.ok) throw await readProblem(response);
  return schema.parse(response.status === 204 ? undefined : await response.json());
}
