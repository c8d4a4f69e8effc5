import { config } from "@/lib/config/env";
import { isFirstAccount } from "@/lib/domain/registrations/service";
import { anyone } from "@/lib/wire/admin/auth";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** What the pages before sign-in must know. */
export const optionsHandlers = adminPath("/api/admin/options", {
  GET: operation({
    authenticate: anyone,
    read: () => config(),
    run: isFirstAccount,
    serialize: (isFirst, { mail, oidc, passwordLengthMin }) => ({
      mailEnabled: mail.enabled,
      isFirstAccount: isFirst,
      passwordLengthMin,
      oidcName: oidc?.name ?? null,
    }),
  }),
});
