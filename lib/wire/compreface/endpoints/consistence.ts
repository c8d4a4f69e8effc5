import { config } from "@/lib/config/env";
import { areFacesConsistent } from "@/lib/domain/recognition/service";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/consistence/status";

/** Whether stored embeddings fit the running networks; needs no key. */
export const consistenceHandlers = comprefacePath(pattern, {
  GET: compreface({
    pattern,
    authenticate: () => ({}),
    read: () => undefined,
    run: areFacesConsistent,
    serialize: (areConsistent) => ({
      // There is no collection for demonstrations.
      demoFaceCollectionIsInconsistent: false,
      dbIsInconsistent: !areConsistent,
      saveImagesToDB: config().saveImages,
      status: "OK",
    }),
  }),
});
