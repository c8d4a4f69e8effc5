import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { type Role, roles } from "@/lib/domain/users/types";
import { accepted, api, nothing } from "./api";
import { type ListState, listQuery, pageOf } from "./page-of";

const user = z.object({
  id: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  globalRole: z.enum(roles),
  /** ACTIVE, DISABLED, or waiting for a confirmed address. */
  status: z.string(),
  createdAt: z.string(),
});
export type User = z.infer<typeof user>;

const root = "/api/admin/users";

export const userQueries = {
  all: ["users"] as const,
  list: (state: ListState) =>
    queryOptions({
      queryKey: [...userQueries.all, state] as const,
      queryFn: ({ signal }) => api(`${root}?${listQuery(state)}`, { schema: pageOf(user), signal }),
      placeholderData: keepPreviousData,
    }),
};

interface UserChange {
  readonly id: string;
  readonly globalRole?: Role;
  readonly status?: "ACTIVE" | "DISABLED";
}

export const changeUser = ({ id, ...body }: UserChange) =>
  api(`${root}/${id}`, { schema: accepted, method: "PATCH", body });

/** Deletes an account; the applications that it owned go to the one who deletes or to the owner of the server. */
export const deleteUser = ({ id, replacer }: { readonly id: string; readonly replacer: "deleter" | "owner" }) =>
  api(`${root}/${id}`, { schema: nothing, method: "DELETE", body: { replacer } });
