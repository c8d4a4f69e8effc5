"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "@/components/language/language-provider";
import { EmptyState } from "@/components/shared/empty-state";
import { PageHeader } from "@/components/shared/page-header";
import { ProblemAlert } from "@/components/shared/problem-alert";
import { QueryPanel } from "@/components/shared/query-panel";
import { useMe } from "@/components/shell/me-context";
import { Alert } from "@/components/ui/alert";
import { modelPackQueries, type PackChoice } from "@/lib/client/model-packs";
import { may } from "@/lib/client/permissions";
import { ChangePanel } from "./change-panel";
import { PackPanel } from "./pack-panel";

/** Why nothing can be chosen here at this moment; null where it can. */
function useHindrance({ isPinned, state }: PackChoice): "models.pinned" | "models.notOwner" | "models.wait" | null {
  const { globalRole } = useMe();
  if (isPinned) return "models.pinned";
  if (!may("model_pack.choose", { globalRole, role: null })) return "models.notOwner";
  return state === "moving" ? "models.wait" : null;
}

function Packs(choice: PackChoice) {
  const t = useTranslate();
  const hindrance = useHindrance(choice);
  if (choice.items.length === 0) return <EmptyState title={t("models.none")} />;
  return (
    <>
      <ChangePanel {...choice} />
      {hindrance === null ? null : <Alert kind="note" title={t(hindrance)} />}
      {choice.items.map((pack) => (
        <PackPanel
          key={pack.id}
          pack={pack}
          isRunning={choice.running?.packId === pack.id}
          isWanted={choice.wantedPackId === pack.id}
          isChoosable={hindrance === null && choice.wantedPackId !== pack.id && pack.download?.state !== "downloading"}
          isCancellable={hindrance === null || hindrance === "models.wait"}
        />
      ))}
    </>
  );
}

/** The model packs, which of them answers, and the change to another one. */
export function ModelsPage() {
  const t = useTranslate();
  const query = useQuery(modelPackQueries.all());
  return (
    <>
      <PageHeader title={t("models.title")} purpose={t("models.purpose")} />
      {query.isRefetchError ? <ProblemAlert error={query.error} title={t("models.stale")} /> : null}
      <QueryPanel query={query}>{(choice) => <Packs {...choice} />}</QueryPanel>
    </>
  );
}
