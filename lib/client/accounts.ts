import { queryOptions } from "@tanstack/react-query";
import { z } from "zod/mini";
import { accepted, api, nothing } from "./api";

const options = z.object({
  mailEnabled: z.boolean(),
  isFirstAccount: z.boolean(),
  passwordLengthMin: z.number(),
  oidcName: z.nullable(z.string()),
});

const nextStep = z.object({ next: z.enum(["verify_email", "sign_in"]) });

export type AccountOptions = z.infer<typeof options>;

export const accountQueries = {
  options: () =>
    queryOptions({
      queryKey: ["options"] as const,
      queryFn: ({ signal }) => api("/api/admin/options", { schema: options, signal }),
    }),
};

interface SignUpInput {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
  readonly invitationToken?: string;
}

export const signUp = (body: SignUpInput) => api("/api/admin/sign-up", { schema: nextStep, method: "POST", body });

export const verifyAddress = (token: string) =>
  api("/api/admin/sign-up/verify", { schema: nothing, method: "POST", body: { token } });

export const resendVerification = (email: string) =>
  api("/api/admin/sign-up/resend", { schema: accepted, method: "POST", body: { email } });

export const forgetPassword = (email: string) =>
  api("/api/admin/password/forgot", { schema: accepted, method: "POST", body: { email } });

export const resetPassword = (body: { readonly token: string; readonly password: string }) =>
  api("/api/admin/password/reset", { schema: nothing, method: "POST", body });
