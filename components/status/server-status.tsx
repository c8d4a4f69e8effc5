"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import type { Translate } from "@/components/language/translate";
import { type Readiness, useReadiness } from "./use-readiness";

type Kind = "asking" | "unreachable" | "starting" | "ready" | "failed" | "stopping";

const looks = {
  asking: { sign: "…", text: "status.asking", colour: "text-muted-foreground" },
  unreachable: { sign: "!", text: "status.unreachable", colour: "text-destructive" },
  starting: { sign: "…", text: "status.starting", colour: "text-uncertain" },
  ready: { sign: "✓", text: "status.ready", colour: "text-match" },
  failed: { sign: "!", text: "status.failed", colour: "text-destructive" },
  stopping: { sign: "…", text: "status.stopping", colour: "text-uncertain" },
} as const satisfies Record<Kind, { sign: string; text: PlainMessageKey; colour: string }>;

const kindOf = (readiness: Readiness): Kind => (typeof readiness === "string" ? readiness : readiness.status);

/** The step that holds the server up, in words, or null when none does. */
function describeOpenStep(readiness: Readiness, t: Translate): string | null {
  if (typeof readiness === "string" || readiness.status === "ready") return null;
  const open = readiness.steps.find((step) => step.state !== "done");
  if (open === undefined) return null;
  return open.error === undefined
    ? t("status.step", { name: open.name })
    : t("status.stepFailed", { name: open.name, error: open.error });
}

/** Whether the server behind this page can take requests, and if not, what is missing. */
export function ServerStatus() {
  const t = useTranslate();
  const readiness = useReadiness();
  const look = looks[kindOf(readiness)];
  const detail = describeOpenStep(readiness, t);
  return (
    <div role="status" className="flex items-center gap-3 rounded-md border border-border bg-card px-4 py-3">
      <span aria-hidden="true" className={`font-bold ${look.colour}`}>
        {look.sign}
      </span>
      <p>
        <span className={`font-medium ${look.colour}`}>{t(look.text)}</span>
        {detail === null ? null : <span className="block text-muted-foreground text-sm">{detail}</span>}
      </p>
    </div>
  );
}
