import { z } from "zod/mini";

const problemSchema = z.object({
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  code: z.string(),
  requestId: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ pointer: z.string(), detail: z.string() }))),
});
type Problem = z.infer<typeof problemSchema>;

/** An answer of the server that says why a request failed (RFC 9457). */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** The problem in what was sent with this status; a proxy in between may have sent something else. */
export function problemOf(body: unknown, status: number): ProblemError {
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return new ProblemError(parsed.data);
  return new ProblemError({ title: `The server answered with status ${status}.`, status, code: "unreadable" });
}

/** The problem in an answer that is not a success. */
export async function readProblem(response: Response): Promise<ProblemError> {
  return problemOf(await response.json().catch(() => null), response.status);
}

/** Whether no answer of the server came: there is no connection, or a proxy in between finds no server. */
export const isServerAway = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof ProblemError && error.problem.code === "unreadable" && error.problem.status >= 502);

/** Whether the server does not know who is asking: the session ended, or there was none. */
export const isSessionMissing = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 401;
