import { Alert } from "@/components/ui/alert";
import { ProblemError } from "@/lib/client/problem";

function describe(error: Error): string {
  if (error instanceof ProblemError) return error.message;
  return error instanceof TypeError ? "The server cannot be reached." : error.message;
}

/** Says what went wrong, with the number under which the server's log has it. */
export function ProblemAlert({
  error,
  title = "That did not work",
}: {
  readonly error: Error;
  readonly title?: string;
}) {
  const requestId = error instanceof ProblemError ? error.problem.requestId : undefined;
  return (
    <Alert kind="error" title={title}>
      <p>{describe(error)}</p>
      {requestId === undefined ? null : (
        <p className="text-muted-foreground">
          Request <span className="break-all font-mono">{requestId}</span>
        </p>
      )}
    </Alert>
  );
}
