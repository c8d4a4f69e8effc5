import { statisticsInput } from "@/lib/domain/statistics/schema";
import { readStatistics } from "@/lib/domain/statistics/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readId, readQuery } from "@/lib/wire/admin/read";
import { serializeList, serializePeriod } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** How often a service was asked, how often in vain, and how long it took. */
export const statisticsHandlers = adminPath("/api/admin/services/{serviceId}/statistics", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      ...readQuery(request, statisticsInput),
    }),
    run: (input, { actor }) => readStatistics({ actor, ...input }),
    serialize: serializeList(serializePeriod),
  }),
});
