import { z } from "zod";
import { newSessionCookie } from "@/lib/auth/next-auth-options";
import { clearCookie, openCookie } from "@/lib/auth/sealed-cookie";
import { verifyCode } from "@/lib/domain/sessions/service";
import { sessionMsMax } from "@/lib/domain/sessions/types";
import { AppError } from "@/lib/errors/app-error";
import { clientAddress } from "@/lib/http/client-address";
import { anyone } from "@/lib/wire/admin/auth";
import { forgiveSignIn, limitSignIn } from "@/lib/wire/admin/limits";
import { readBody } from "@/lib/wire/admin/read";
import { startSession } from "@/lib/wire/admin/session-store";
import { codeStepCookie } from "@/lib/wire/admin/sign-in-cookies";
import { adminPath, operation } from "@/lib/wire/admin/wire";

const codeInput = z.strictObject({ code: z.string().max(64, "must have at most 64 characters") });

/** @returns the cookie of the new session */
async function finishSignIn(request: Request, code: string): Promise<string> {
  limitSignIn(request);
  const step = openCookie(codeStepCookie, request.headers);
  const user = step && (await verifyCode({ userId: step.userId, code, ip: clientAddress(request) }));
  if (user === null) throw new AppError("unauthenticated", "The code is wrong, or it is too late for it.");
  forgiveSignIn(request);
  const { sessionId } = await startSession(request, user);
  return newSessionCookie(sessionId, sessionMsMax / 1000);
}

/** The code of the second factor, after the identity provider has vouched for somebody. */
export const codeStepHandlers = adminPath("/api/admin/sign-in/code", {
  POST: operation({
    authenticate: anyone,
    read: async ({ request }) => ({ request, ...(await readBody(request, codeInput)) }),
    run: ({ request, code }) => finishSignIn(request, code),
    serialize: (cookie) => {
      const response = new Response(null, { status: 204 });
      for (const each of [cookie, clearCookie(codeStepCookie)]) response.headers.append("set-cookie", each);
      return response;
    },
  }),
});
