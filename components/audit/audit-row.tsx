"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { RelativeTime } from "@/components/shared/relative-time";
import { Badge } from "@/components/ui/badge";
import type { AuditEvent, AuditFilter } from "@/lib/client/audit";

interface AuditRowProps {
  readonly event: AuditEvent;
  /** Narrows the log to events that have this in common with it. */
  readonly onNarrow: (filter: Partial<AuditFilter>) => void;
}

interface NarrowButtonProps {
  readonly text: string;
  readonly label: string;
  readonly look: string;
  readonly onClick: () => void;
}

function NarrowButton({ text, label, look, onClick }: NarrowButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      className={`break-all text-start underline decoration-border underline-offset-4 hover:decoration-primary ${look}`}
      onClick={onClick}
    >
      {text}
    </button>
  );
}

/** Who did what to what; each of them is a way to more of the same. */
export function AuditRow({ event, onNarrow }: AuditRowProps) {
  const t = useTranslate();
  const { actor, action, object, at, result, ip } = event;
  const shownObject = t("audit.objectIs", object);
  const actorButton = (
    <NarrowButton
      text={actor.label}
      label={t("audit.onlyActor", { actor: actor.label })}
      look="text-foreground"
      onClick={() => onNarrow({ actor: actor.label })}
    />
  );
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <NarrowButton
          text={action}
          label={t("audit.onlyAction", { action })}
          look="font-medium"
          onClick={() => onNarrow({ action })}
        />
        {result === "denied" ? <Badge>{t("audit.denied")}</Badge> : null}
      </p>
      <p className="text-muted-foreground text-sm">
        <Message id="audit.happened" values={{ actor: actorButton, when: <RelativeTime at={at} /> }} />
        {ip === null ? null : ` ${t("audit.fromAddress", { ip })}`}
      </p>
      <p className="font-mono text-muted-foreground text-xs">
        {object.id === "-" ? (
          object.type
        ) : (
          <NarrowButton
            text={shownObject}
            label={t("audit.onlyObject", { object: shownObject })}
            look=""
            onClick={() => onNarrow({ objectId: object.id })}
          />
        )}
      </p>
    </li>
  );
}
