import { uploadLimits } from "@/lib/http/upload-limits";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/config";

/** Upload limits in bytes; needs no key. */
export const configHandlers = comprefacePath(pattern, {
  GET: compreface({
    pattern,
    authenticate: () => ({}),
    read: () => undefined,
    run: uploadLimits,
    serialize: ({ fileBytesMax, requestBytesMax }) => ({
      clientMaxFileSize: fileBytesMax,
      clientMaxBodySize: requestBytesMax,
    }),
    duringBoot: true,
  }),
});
