import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { roles } from "@/lib/domain/users/types";
import { accepted, api, nothing } from "./api";
import { type ListState, listQuery, pageOf } from "./page-of";

const application = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for those who see it because of their global role. */
  role: z.nullable(z.enum(roles)),
  owner: z.nullable(z.object({ id: z.string(), firstName: z.string(), lastName: z.string() })),
  serviceCount: z.number(),
  createdAt: z.string(),
});
export type Application = z.infer<typeof application>;

const root = "/api/admin/applications";

export const applicationQueries = {
  all: ["applications"] as const,
  lists: ["applications", "list"] as const,
  list: (state: ListState) =>
    queryOptions({
      queryKey: [...applicationQueries.lists, state] as const,
      queryFn: ({ signal }) => api(`${root}?${listQuery(state)}`, { schema: pageOf(application), signal }),
      placeholderData: keepPreviousData,
    }),
  one: (applicationId: string) =>
    queryOptions({
      queryKey: [...applicationQueries.all, "one", applicationId] as const,
      queryFn: ({ signal }) => api(`${root}/${applicationId}`, { schema: application, signal }),
    }),
};

export const createApplication = (body: { readonly name: string }) =>
  api(root, { schema: application, method: "POST", body });

export const renameApplication = ({ id, name }: { readonly id: string; readonly name: string }) =>
  api(`${root}/${id}`, { schema: accepted, method: "PATCH", body: { name } });

export const deleteApplication = ({ id, name }: { readonly id: string; readonly name: string }) =>
  api(`${root}/${id}`, { schema: nothing, method: "DELETE", body: { name } });

export const leaveApplication = (applicationId: string) =>
  api(`${root}/${applicationId}/leave`, { schema: nothing, method: "POST" });
