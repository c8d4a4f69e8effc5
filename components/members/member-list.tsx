"use client";

import { useQuery } from "@tanstack/react-query";
import { useApplication } from "@/components/applications/application-context";
import { useTranslate } from "@/components/language/language-provider";
import { QueryPanel } from "@/components/shared/query-panel";
import { useMe } from "@/components/shell/me-context";
import { Panel } from "@/components/ui/panel";
import { memberQueries } from "@/lib/client/members";
import { managesApplication } from "@/lib/client/permissions";
import { InvitationRow } from "./invitation-row";
import { InviteMember } from "./invite-member";
import { MemberRow } from "./member-row";

export function MemberList() {
  const t = useTranslate();
  const { globalRole } = useMe();
  const application = useApplication();
  const query = useQuery(memberQueries.list(application.id));
  const manages = managesApplication({ globalRole, role: application.role });
  return (
    <Panel
      title={t("members.title")}
      purpose={t("members.purpose")}
      action={manages ? <InviteMember applicationId={application.id} /> : null}
    >
      <QueryPanel query={query}>
        {({ items, invitations }) => (
          <>
            <ul aria-label={t("members.title")} className="flex flex-col divide-y divide-border">
              {items.map((member) => (
                <MemberRow key={member.userId} applicationId={application.id} member={member} manages={manages} />
              ))}
            </ul>
            {invitations.length === 0 ? null : (
              <div className="flex flex-col gap-2">
                <h3 className="font-medium">{t("members.invited")}</h3>
                <ul aria-label={t("members.invitations")} className="flex flex-col divide-y divide-border">
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
