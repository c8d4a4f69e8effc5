"use client";

import { useQuery } from "@tanstack/react-query";
import { useApplication } from "@/components/applications/application-context";
import { QueryPanel } from "@/components/shared/query-panel";
import { useMe } from "@/components/shell/me-context";
import { Panel } from "@/components/ui/panel";
import { memberQueries } from "@/lib/client/members";
import { managesApplication } from "@/lib/client/permissions";
import { InvitationRow } from "./invitation-row";
import { InviteMember } from "./invite-member";
import { MemberRow } from "./member-row";

export function MemberList() {
  const { globalRole } = useMe();
  const application = useApplication();
  const query = useQuery(memberQueries.list(application.id));
  const manages = managesApplication({ globalRole, role: application.role });
  return (
    <Panel
      title="Members"
      purpose="Owners manage the application, administrators its services; users see both and the keys."
      action={manages ? <InviteMember applicationId={application.id} /> : null}
    >
      <QueryPanel query={query}>
        {({ items, invitations }) => (
          <>
            <ul aria-label="Members" className="flex flex-col divide-y divide-border">
              {items.map((member) => (
                <MemberRow key={member.userId} applicationId={application.id} member={member} manages={manages} />
              ))}
            </ul>
            {invitations.length === 0 ? null : (
              <div className="flex flex-col gap-2">
                <h3 className="font-medium">Invited, without an account yet</h3>
                <ul aria-label="Invitations" className="flex flex-col divide-y divide-border">
                  {invitations.map((invitation) => (
                    <InvitationRow
                      key={invitation.id}
                      applicationId={application.id}
                      invitation={invitation}
                      manages={manages}
                    />
                  ))}
                </ul>
              </div>
            )}
          </>
        )}
      </QueryPanel>
    </Panel>
  );
}
