import type { Wire } from "@/lib/http/wire";
import { openCorsHeaders } from "@/lib/http/wire-path";
import { renderError } from "./errors";

export const quality: Wire = {
  name: "quality",
  headers: openCorsHeaders,
  render: (status, body) => Response.json(body, { status }),
  renderError,
};
