import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { type KeyScope, keyScopes } from "@/lib/domain/api-keys/types";
import { api, nothing } from "./api";
import { listOf } from "./page-of";

const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  isPrimary: z.boolean(),
  prefix: z.string(),
  scopes: z.array(z.enum(keyScopes)),
  createdAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  expiresAt: z.nullable(z.string()),
  revokedAt: z.nullable(z.string()),
});
export type ApiKey = z.infer<typeof apiKey>;

/** The key itself: the server tells it once, or when it is revealed. */
const secret = z.object({ key: z.string() });

const keysOf = (serviceId: string) => `/api/admin/services/${serviceId}/keys`;

export const keyQueries = {
  list: (serviceId: string) =>
    queryOptions({
      queryKey: ["keys", serviceId] as const,
      queryFn: ({ signal }) => api(keysOf(serviceId), { schema: listOf(apiKey), signal }),
    }),
};

interface CreateKeyInput {
  readonly serviceId: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** ISO 8601; absent: the key does not expire. */
  readonly expiresAt?: string;
}

export const createKey = ({ serviceId, ...body }: CreateKeyInput) =>
  api(keysOf(serviceId), { schema: secret, method: "POST", body });

export const revealKey = (keyId: string) => api(`/api/admin/keys/${keyId}/reveal`, { schema: secret, method: "POST" });

export const rotateKey = ({ id, graceMinutes }: { readonly id: string; readonly graceMinutes: number }) =>
  api(`/api/admin/keys/${id}/rotate`, { schema: secret, method: "POST", body: { graceMinutes } });

export const revokeKey = (keyId: string) => api(`/api/admin/keys/${keyId}`, { schema: nothing, method: "DELETE" });
