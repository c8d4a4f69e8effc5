import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { type Replacer, type Role, roles, type settableStatuses, type UserStatus } from "@/lib/domain/users/types";
import { accepted, api, nothing } from "./api";
import { type ListState, listQuery, pageOf } from "./page-of";

const userStatuses = ["UNVERIFIED", "ACTIVE", "DISABLED"] as const satisfies readonly UserStatus[];

const user = z.object({
  id: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  globalRole: z.enum(roles),
  status: z.enum(userStatuses),
  createdAt: z.string(),
  hasSecondFactor: z.boolean(),
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
  readonly status?: (typeof settableStatuses)[number];
}

export const changeUser = ({ id, ...body }: UserChange) =>
  api(`${root}/${id}`, { schema: accepted, method: "PATCH", body });

/** Deletes an account; the applications that it owned go to the one who deletes or to the owner of the server. */
export const deleteUser = ({ id, replacer }: { readonly id: string; readonly replacer: Replacer }) =>
  api(`${root}/${id}`, { schema: nothing, method: "DELETE", body: { replacer } });

/** For who lost theirs. */
export const resetSecondFactor = (id: string) =>
  api(`${root}/${id}/second-factor`, { schema: nothing, method: "DELETE" });
