"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { PageHeader } from "@/components/shared/page-header";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { QueryPanel } from "@/components/shared/query-panel";
import { type Server, serverQueries } from "@/lib/client/server";
import { DatabasePanel } from "./database-panel";
import { IndexPanel } from "./index-panel";
import { MachinePanel } from "./machine-panel";
import { MailPanel } from "./mail-panel";
import { SoftwarePanel } from "./software-panel";
import { WorkPanel } from "./work-panel";

function ServerState(server: Server) {
  return (
    <>
      <WorkPanel {...server} />
      <div className="grid items-start gap-6 sm:grid-cols-2">
        <MachinePanel {...server} />
        <SoftwarePanel {...server} />
        <DatabasePanel {...server} />
        <IndexPanel {...server} />
        <MailPanel {...server} />
      </div>
    </>
  );
}

/** How the server is, for those who run it. */
export function ServerPage() {
  const t = useTranslate();
  const query = useQuery(serverQueries.state());
  return (
    <>
      <PageHeader title={t("server.title")} purpose={t("server.purpose")} />
      {query.isRefetchError ? <ProblemAlert error={query.error} title={t("server.stale")} /> : null}
      <QueryPanel query={query}>{(server) => <ServerState {...server} />}</QueryPanel>
    </>
  );
}
