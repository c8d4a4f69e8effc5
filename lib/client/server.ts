import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { api } from "./api";

const server = z.object({
  version: z.string(),
  startedAt: z.string(),
  modelPack: z.object({ id: z.nullable(z.string()), modelTag: z.string(), isMoving: z.boolean() }),
  /** Null while there are none. */
  workers: z.nullable(z.object({ total: z.number(), busy: z.number(), queued: z.number(), restarts: z.number() })),
  imagesPerSecond: z.number(),
  index: z.nullable(
    z.object({ collections: z.number(), faces: z.number(), bytes: z.number(), unreadable: z.number() }),
  ),
  memory: z.object({ usedBytes: z.number(), totalBytes: z.number() }),
  disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }),
  database: z.object({ isEmbedded: z.boolean(), version: z.string(), bytes: z.number(), answerMs: z.number() }),
  mail: z.object({ isEnabled: z.boolean(), waiting: z.number(), lastError: z.nullable(z.string()) }),
});
export type Server = z.infer<typeof server>;

export const serverQueries = {
  /** Asked anew every few seconds as long as the page is to be seen. */
  state: () =>
    queryOptions({
      queryKey: ["server"] as const,
      queryFn: ({ signal }) => api("/api/admin/server", { schema: server, signal }),
      refetchInterval: 5_000,
    }),
};
