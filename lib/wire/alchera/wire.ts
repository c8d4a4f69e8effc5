import type { Wire } from "@/lib/http/wire";
import { openCorsHeaders } from "@/lib/http/wire-path";
import { renderError } from "./errors";
import { renderJson } from "./render";
import { serverVersions } from "./server-versions";

/** Alchera Face API. */
export const alchera: Wire = {
  name: "alchera",
  headers: {
    ...openCorsHeaders,
    // The document names them with blanks, which no header's name can hold.
    "alchera-api-version": serverVersions.api,
    "alchera-facesdk-version": serverVersions.faceSdk,
  },
  render: renderJson,
  renderError,
};
