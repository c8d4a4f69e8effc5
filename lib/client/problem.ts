import { z } from "zod";

const problemSchema = z.object({
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  code: z.string(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
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

/** Reads the problem out of an answer that is not a success; a proxy in between may have sent something else. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return new ProblemError(parsed.data);
  const title = `The server answered with status ${response.status}.`;
  return new ProblemError({ title, status: response.status, code: "unreadable" });
}

/** Whether the server does not know who is asking: the session ended, or there was none. */
export const isSessionMissing = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 401;
