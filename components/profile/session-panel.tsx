"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { QueryPanel } from "@/components/shared/query-panel";
import { RelativeTime } from "@/components/shared/relative-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { endOtherSessions, meQueries, type Session } from "@/lib/client/me";
import { useChange } from "@/lib/client/use-change";

function SessionRow({ session }: { readonly session: Session }) {
  const t = useTranslate();
  const times = { created: <RelativeTime at={session.createdAt} />, seen: <RelativeTime at={session.lastSeenAt} /> };
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex flex-wrap items-center gap-2 break-words font-medium">
        {session.userAgent ?? t("profile.unknownProgram")}
        {session.isCurrent ? <Badge>{t("profile.thisOne")}</Badge> : null}
      </p>
      <p className="text-muted-foreground text-sm">
        {session.ip === null ? (
          <Message id="profile.times" values={times} />
        ) : (
          <Message id="profile.timesFrom" values={{ ...times, ip: session.ip }} />
        )}
      </p>
    </li>
  );
}

export function SessionPanel() {
  const t = useTranslate();
  const query = useQuery(meQueries.sessions());
  const endOthers = useChange(endOtherSessions, { outdates: () => [meQueries.sessions().queryKey] });
  return (
    <Panel title={t("profile.sessions")} purpose={t("profile.sessionsPurpose")}>
      <QueryPanel query={query}>
        {({ items }) => (
          <>
            <ul aria-label={t("profile.sessions")} className="flex flex-col divide-y divide-border">
              {items.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ul>
            {endOthers.error === null ? null : <ProblemAlert error={endOthers.error} />}
            {items.length > 1 ? (
              <div>
                <Button busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
                  {t("profile.endOthers")}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </QueryPanel>
    </Panel>
  );
}
