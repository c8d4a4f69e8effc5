"use client";

import { useQuery } from "@tanstack/react-query";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { QueryPanel } from "@/components/shared/query-panel";
import { RelativeTime } from "@/components/shared/relative-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { endOtherSessions, meQueries, type Session } from "@/lib/client/me";
import { useChange } from "@/lib/client/use-change";

function SessionRow({ session }: { readonly session: Session }) {
  return (
    <li className="flex flex-col gap-1 py-3">
      <p className="flex flex-wrap items-center gap-2 break-words font-medium">
        {session.userAgent ?? "Unknown program"}
        {session.isCurrent ? <Badge>This one</Badge> : null}
      </p>
      <p className="text-muted-foreground text-sm">
        {session.ip === null ? null : `${session.ip}, `}
        signed in <RelativeTime at={session.createdAt} />, seen <RelativeTime at={session.lastSeenAt} />
      </p>
    </li>
  );
}

export function SessionPanel() {
  const query = useQuery(meQueries.sessions());
  const endOthers = useChange(endOtherSessions, { outdates: () => [meQueries.sessions().queryKey] });
  return (
    <Panel title="Sessions" purpose="Where you are signed in.">
      <QueryPanel query={query}>
        {({ items }) => (
          <>
            <ul aria-label="Sessions" className="flex flex-col divide-y divide-border">
              {items.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ul>
            {endOthers.error === null ? null : <ProblemAlert error={endOthers.error} />}
            {items.length > 1 ? (
              <div>
                <Button busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
                  Sign out the others
                </Button>
              </div>
            ) : null}
          </>
        )}
      </QueryPanel>
    </Panel>
  );
}
