import { z } from "zod/mini";
import { api, nothing } from "./api";

const enrolment = z.object({ secret: z.string(), uri: z.string() });
export type Enrolment = z.infer<typeof enrolment>;

const codes = z.object({ recoveryCodes: z.array(z.string()) });

/** The password, or a code for accounts that have none. */
export type Proof = { readonly password: string } | { readonly code: string };

const root = "/api/admin/me/second-factor";

export const beginEnrolment = (body: { readonly password?: string }) =>
  api(root, { schema: enrolment, method: "POST", body });

export const confirmEnrolment = (code: string) =>
  api(`${root}/confirm`, { schema: codes, method: "POST", body: { code } });

export const renewRecoveryCodes = (body: Proof) =>
  api(`${root}/recovery-codes`, { schema: codes, method: "POST", body });

export const disableSecondFactor = (body: Proof) => api(root, { schema: nothing, method: "DELETE", body });
