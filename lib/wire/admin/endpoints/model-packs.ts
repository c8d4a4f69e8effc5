import { cancelDownloadInput, choosePackInput } from "@/lib/domain/model-choice/schema";
import { cancelPackDownload, choosePack, readPackChoice } from "@/lib/domain/model-choice/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody } from "@/lib/wire/admin/read";
import { serializePackChoice } from "@/lib/wire/admin/serialize-model-packs";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** The model packs, and which of them answers. */
export const modelPacksHandlers = adminPath("/api/admin/model-packs", {
  GET: operation({
    authenticate: signedIn,
    read: () => null,
    run: (_, { actor }) => readPackChoice(actor),
    serialize: serializePackChoice,
  }),
});

/** The change to another one, which goes on when this has answered, after the download of its files too. */
export const chooseModelPackHandlers = adminPath("/api/admin/model-packs/choose", {
  POST: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, choosePackInput),
    run: (input, { actor }) => choosePack(actor, input),
    serialize: ({ state }) => ({ state }),
  }),
});

/** The end of such a download. */
export const cancelModelPackHandlers = adminPath("/api/admin/model-packs/cancel", {
  POST: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, cancelDownloadInput),
    run: (input, { actor }) => cancelPackDownload(actor, input),
    serialize: () => undefined,
    status: 204,
  }),
});
