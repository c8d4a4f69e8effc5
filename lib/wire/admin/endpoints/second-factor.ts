import { beginEnrolmentInput, confirmEnrolmentInput, proofInput } from "@/lib/domain/second-factor/schema";
import {
  beginEnrolment,
  confirmEnrolment,
  disableSecondFactor,
  readSignInMethods,
  renewRecoveryCodes,
} from "@/lib/domain/second-factor/service";
import { resetSecondFactor } from "@/lib/domain/users/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody, readOnlyId } from "@/lib/wire/admin/read";
import { serializeEnrolment, serializeRecoveryCodes, serializeSignInMethods } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** What the caller signs in with. */
export const signInMethodsHandlers = adminPath("/api/admin/me/sign-in-methods", {
  GET: operation({
    authenticate: signedIn,
    read: () => undefined,
    run: (_, { actor }) => readSignInMethods(actor),
    serialize: serializeSignInMethods,
  }),
});

/** The caller's own second factor: a secret that waits for its first code, and the end of it. */
export const secondFactorHandlers = adminPath("/api/admin/me/second-factor", {
  POST: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, beginEnrolmentInput),
    run: (input, { actor }) => beginEnrolment(actor, input),
    serialize: serializeEnrolment,
  }),
  DELETE: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, proofInput),
    run: (input, { actor }) => disableSecondFactor(actor, input),
    serialize: () => undefined,
    status: 204,
  }),
});

/** The first code, which puts it in force. */
export const confirmSecondFactorHandlers = adminPath("/api/admin/me/second-factor/confirm", {
  POST: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, confirmEnrolmentInput),
    run: (input, { actor }) => confirmEnrolment(actor, input),
    serialize: serializeRecoveryCodes,
  }),
});

/** Other recovery codes in the place of those of before. */
export const recoveryCodesHandlers = adminPath("/api/admin/me/second-factor/recovery-codes", {
  POST: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, proofInput),
    run: (input, { actor }) => renewRecoveryCodes(actor, input),
    serialize: serializeRecoveryCodes,
  }),
});

/** The factor of a user who lost it. */
export const userSecondFactorHandlers = adminPath("/api/admin/users/{userId}/second-factor", {
  DELETE: operation({
    authenticate: signedIn,
    read: ({ request, params }) => readOnlyId(request, params, "userId"),
    run: (userId, { actor }) => resetSecondFactor(actor, userId),
    serialize: () => undefined,
    status: 204,
  }),
});
