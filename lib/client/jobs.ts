import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { accepted, api } from "./api";
import { pageOf } from "./page-of";
import { sendFile } from "./send-file";

const job = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(["WAITING", "RUNNING", "DONE", "FAILED", "CANCELLED"]),
  /** Null until the pieces are counted. */
  total: z.nullable(z.number()),
  done: z.number(),
  failed: z.number(),
  /** Why the whole failed. */
  problem: z.nullable(z.string()),
  createdAt: z.string(),
});
export type Job = z.infer<typeof job>;

const jobItem = z.object({
  position: z.number(),
  fileName: z.string(),
  subject: z.string(),
  problem: z.nullable(z.string()),
});

export const isUnderWay = ({ state }: Job): boolean => state === "WAITING" || state === "RUNNING";

const root = (serviceId: string) => `/api/admin/services/${serviceId}`;
const askedAgainEveryMs = 1_000;

export const jobQueries = {
  all: (serviceId: string) => ["jobs", serviceId] as const,
  /** The latest ones; asked for again and again while one of them is under way. */
  latest: (serviceId: string) =>
    queryOptions({
      queryKey: [...jobQueries.all(serviceId), "latest"] as const,
      queryFn: ({ signal }) => api(`${root(serviceId)}/jobs?size=10`, { schema: pageOf(job), signal }),
      refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? askedAgainEveryMs : false),
    }),
  /** Pieces that did not succeed, the first of them. */
  failures: (serviceId: string, { id, failed }: Job) =>
    queryOptions({
      queryKey: [...jobQueries.all(serviceId), "failures", id, failed] as const,
      queryFn: ({ signal }) =>
        api(`${root(serviceId)}/jobs/${id}/items?onlyFailed=true&size=100`, { schema: pageOf(jobItem), signal }),
    }),
};

export const cancelJob = ({ serviceId, id }: { readonly serviceId: string; readonly id: string }) =>
  api(`${root(serviceId)}/jobs/${id}`, { schema: accepted, method: "DELETE" });

/** Address of the collection as a zip file. */
export const exportUrl = (serviceId: string, images: boolean) => `${root(serviceId)}/export?images=${images}`;

interface Archive {
  readonly serviceId: string;
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
}

/** Hands in a zip file, whose faces a job then adds. */
export const importArchive = ({ serviceId, ...sending }: Archive) =>
  sendFile({ url: `${root(serviceId)}/import`, ...sending });
