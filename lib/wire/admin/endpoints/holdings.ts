import { holdingsInput } from "@/lib/domain/holdings/schema";
import { readHoldings } from "@/lib/domain/holdings/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readId, readQuery } from "@/lib/wire/admin/read";
import { serializeHoldings } from "@/lib/wire/admin/serialize-server";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** What a service holds, now and by days, and the networks that answer. */
export const holdingsHandlers = adminPath("/api/admin/services/{serviceId}/holdings", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({ serviceId: readId(params, "serviceId"), ...readQuery(request, holdingsInput) }),
    run: (input, { actor }) => readHoldings({ actor, ...input }),
    serialize: serializeHoldings,
  }),
});
