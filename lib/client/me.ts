import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { roles } from "@/lib/domain/users/types";
import { api, nothing } from "./api";
import { listOf } from "./page-of";

const me = z.object({
  id: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  globalRole: z.enum(roles),
});
export type Me = z.infer<typeof me>;

const signInMethods = z.object({
  hasPassword: z.boolean(),
  secondFactor: z.nullable(z.object({ enabledAt: z.string(), recoveryCodesLeft: z.number() })),
});

export type SignInMethods = z.infer<typeof signInMethods>;

const session = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  ip: z.nullable(z.string()),
  userAgent: z.nullable(z.string()),
  isCurrent: z.boolean(),
});

export type Session = z.infer<typeof session>;

export const meQueries = {
  me: () =>
    queryOptions({
      queryKey: ["me"] as const,
      queryFn: ({ signal }) => api("/api/admin/me", { schema: me, signal }),
    }),
  signInMethods: () =>
    queryOptions({
      queryKey: ["me", "sign-in-methods"] as const,
      queryFn: ({ signal }) => api("/api/admin/me/sign-in-methods", { schema: signInMethods, signal }),
    }),
  sessions: () =>
    queryOptions({
      queryKey: ["me", "sessions"] as const,
      queryFn: ({ signal }) => api("/api/admin/me/sessions", { schema: listOf(session), signal }),
    }),
};

export const renameMe = (body: { readonly firstName: string; readonly lastName: string }) =>
  api("/api/admin/me", { schema: me, method: "PATCH", body });

export const changePassword = (body: { readonly oldPassword: string; readonly newPassword: string }) =>
  api("/api/admin/me/password", { schema: nothing, method: "PUT", body });

export const endOtherSessions = () => api("/api/admin/me/sessions/end-others", { schema: nothing, method: "POST" });

/** The password, or the typed address of an account that has none. */
export const deleteMe = (body: { readonly password: string } | { readonly email: string }) =>
  api("/api/admin/me", { schema: nothing, method: "DELETE", body });
