import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { api, nothing } from "./api";

const pack = z.object({
  id: z.string(),
  title: z.string(),
  licence: z.string(),
  isCommercialUseAllowed: z.boolean(),
  files: z.object({
    state: z.enum(["included", "there", "downloadable", "missing"]),
    missing: z.array(z.string()),
  }),
  /** By the server that answers; null where it downloads nothing. */
  download: z.nullable(
    z.discriminatedUnion("state", [
      z.object({
        state: z.literal("downloading"),
        progress: z.nullable(z.object({ fileName: z.string(), bytes: z.number(), of: z.number() })),
      }),
      z.object({ state: z.literal("failed"), reason: z.string() }),
    ]),
  ),
});
export type Pack = z.infer<typeof pack>;

const packChoice = z.object({
  items: z.array(pack),
  /** Null before any start. */
  running: z.nullable(z.object({ packId: z.string(), modelTag: z.string() })),
  wantedPackId: z.string(),
  isPinned: z.boolean(),
  state: z.enum(["settled", "preparing", "moving"]),
  progress: z.nullable(z.object({ total: z.number(), done: z.number(), kept: z.number() })),
});
export type PackChoice = z.infer<typeof packChoice>;

const changingMs = 2_000;
const settledMs = 15_000;

const isChanging = ({ state, items }: PackChoice) =>
  state !== "settled" || items.some(({ download }) => download?.state === "downloading");

const choiceOutcome = z.object({ state: z.enum(["chosen", "downloading"]) });
export type ChoiceState = z.infer<typeof choiceOutcome>["state"];

export const modelPackQueries = {
  /** Asked anew as long as the page is to be seen: often while something changes, else since another may choose. */
  all: () =>
    queryOptions({
      queryKey: ["model-packs"] as const,
      queryFn: ({ signal }) => api("/api/admin/model-packs", { schema: packChoice, signal }),
      refetchInterval: ({ state: { data } }) => (data === undefined || isChanging(data) ? changingMs : settledMs),
    }),
};

export const choosePack = (body: { readonly pack: string; readonly isLicenceAccepted: boolean }) =>
  api("/api/admin/model-packs/choose", { schema: choiceOutcome, method: "POST", body });

export const cancelDownload = (body: { readonly pack: string }) =>
  api("/api/admin/model-packs/cancel", { schema: nothing, method: "POST", body });
