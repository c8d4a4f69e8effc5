"use client";

import { useQuery } from "@tanstack/react-query";
import { useLanguage, useTranslate } from "@/components/language/language-provider";
import { useService } from "@/components/services/service-context";
import { EmptyState } from "@/components/shared/empty-state";
import { QueryPanel } from "@/components/shared/query-panel";
import { Panel } from "@/components/ui/panel";
import { type CollectionHoldings, type Holdings, holdingsQueries } from "@/lib/client/holdings";
import { type Figure, Figures } from "./figures";
import { SizeChart } from "./size-chart";
import { SizeTable } from "./size-table";

function Model({ model, collection }: Holdings) {
  const t = useTranslate();
  const others = (collection?.models ?? []).filter(({ modelTag }) => modelTag !== model?.modelTag);
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="text-muted-foreground">{t("holdings.model")}</p>
      <p className="break-words font-medium">
        {model === null ? t("holdings.noModel") : `${model.packId} · ${model.modelTag}`}
      </p>
      {others.map(({ modelTag, faces }) => (
        <p key={modelTag} className="break-words">
          {t("holdings.otherModel", { count: faces, tag: modelTag })}
        </p>
      ))}
    </div>
  );
}

interface GrowthProps {
  readonly collection: CollectionHoldings;
  readonly days: number;
}

function Growth({ collection, days }: GrowthProps) {
  const t = useTranslate();
  // Days of UTC, which end at another hour in most of the world.
  const format = new Intl.DateTimeFormat(useLanguage(), { dateStyle: "medium", timeZone: "UTC" });
  const dayText = (day: string) => format.format(new Date(day));
  const chart = { sizes: collection.days, days, dayText };
  const isEmpty = collection.days.every(({ subjects, faces }) => subjects + faces === 0);
  if (isEmpty) return <EmptyState title={t("holdings.none")} />;
  const since = collection.days.at(0)?.day;
  return (
    <>
      <SizeChart {...chart} of="faces" />
      <SizeChart {...chart} of="subjects" />
      {since !== undefined && collection.days.length < days ? (
        <p className="text-muted-foreground text-sm">{t("holdings.since", { when: dayText(since) })}</p>
      ) : null}
      <SizeTable sizes={collection.days} dayText={dayText} />
    </>
  );
}

/** What the service holds, how that grew and shrank, and which networks answer. */
export function HoldingsPanel({ days }: { readonly days: number }) {
  const t = useTranslate();
  const numbers = new Intl.NumberFormat(useLanguage());
  const { service } = useService();
  const query = useQuery(holdingsQueries.of(service.id, days));
  const stores = service.type === "RECOGNITION";
  const figuresOf = ({ subjects, faces }: CollectionHoldings): readonly Figure[] => [
    [t("holdings.subjects"), numbers.format(subjects)],
    [t("holdings.faces"), numbers.format(faces)],
  ];
  return (
    <Panel
      title={stores ? t("holdings.title") : t("holdings.titleModel")}
      purpose={stores ? t("holdings.purpose") : undefined}
    >
      <QueryPanel query={query}>
        {(holdings) => (
          <>
            {holdings.collection === null ? null : <Figures figures={figuresOf(holdings.collection)} />}
            <Model {...holdings} />
            {holdings.collection === null ? null : <Growth collection={holdings.collection} days={days} />}
          </>
        )}
      </QueryPanel>
    </Panel>
  );
}
