"use client";

import { type Readiness, useReadiness } from "./use-readiness";

type Kind = "asking" | "unreachable" | "starting" | "ready" | "failed" | "stopping";

const looks = {
  asking: { sign: "…", text: "Asking the server", colour: "text-muted-foreground" },
  unreachable: { sign: "!", text: "The server does not answer", colour: "text-destructive" },
  starting: { sign: "…", text: "Starting", colour: "text-uncertain" },
  ready: { sign: "✓", text: "Ready for requests", colour: "text-match" },
  failed: { sign: "!", text: "The start failed", colour: "text-destructive" },
  stopping: { sign: "…", text: "Stopping", colour: "text-uncertain" },
} as const satisfies Record<Kind, { sign: string; text: string; colour: string }>;

const kindOf = (readiness: Readiness): Kind => (typeof readiness === "string" ? readiness : readiness.status);

/** The step that holds the server up, in words, or null when none does. */
function describeOpenStep(readiness: Readiness): string | null {
  if (typeof readiness === "string" || readiness.status === "ready") return null;
  const open = readiness.steps.find((step) => step.state !== "done");
  if (open === undefined) return null;
  return open.error === undefined ? `Step: ${open.name}` : `${open.name}: ${open.error}`;
}

/** Whether the server behind this page can take requests, and if not, what is missing. */
export function ServerStatus() {
  const readiness = useReadiness();
  const look = looks[kindOf(readiness)];
  const detail = describeOpenStep(readiness);
  return (
    <div role="status" className="flex items-center gap-3 rounded-md border border-border bg-card px-4 py-3">
      <span aria-hidden="true" className={`font-bold ${look.colour}`}>
        {look.sign}
      </span>
      <p>
        <span className={`font-medium ${look.colour}`}>{look.text}</span>
        {detail === null ? null : <span className="block text-muted-foreground text-sm">{detail}</span>}
      </p>
    </div>
  );
}
