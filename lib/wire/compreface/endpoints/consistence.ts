import { config } from "@/lib/config/env";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/consistence/status";

/** Whether stored embeddings fit the running networks; needs no key. */
export const consistenceHandlers = comprefacePath(pattern, {
  GET: compreface({
    pattern,
    authenticate: () => ({}),
    read: () => undefined,
    run: () => config().saveImages,
    // No face is stored yet, so nothing stored can be of another model.
    serialize: (saveImages) => ({
      demoFaceCollectionIsInconsistent: false,
      dbIsInconsistent: false,
      saveImagesToDB: saveImages,
      status: "OK",
    }),
  }),
});
