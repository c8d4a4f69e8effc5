import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { api } from "./api";

const daySize = z.object({
  /** In UTC, as in 2026-11-21. */
  day: z.string(),
  subjects: z.number(),
  faces: z.number(),
});
export type DaySize = z.infer<typeof daySize>;

const collection = z.object({
  subjects: z.number(),
  faces: z.number(),
  models: z.array(z.object({ modelTag: z.string(), faces: z.number() })),
  days: z.array(daySize),
});
export type CollectionHoldings = z.infer<typeof collection>;

const holdings = z.object({
  model: z.nullable(z.object({ packId: z.string(), modelTag: z.string() })),
  /** Null for a service that stores no faces. */
  collection: z.nullable(collection),
});
export type Holdings = z.infer<typeof holdings>;

export const holdingsQueries = {
  of: (serviceId: string, days: number) =>
    queryOptions({
      queryKey: ["holdings", serviceId, days] as const,
      queryFn: ({ signal }) =>
        api(`/api/admin/services/${serviceId}/holdings?days=${days}`, { schema: holdings, signal }),
      placeholderData: keepPreviousData,
      refetchInterval: 30_000,
    }),
};
