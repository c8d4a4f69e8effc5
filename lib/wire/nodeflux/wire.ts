import { renderJson } from "@/lib/http/render-json";
import type { Wire } from "@/lib/http/wire";
import { openCorsHeaders } from "@/lib/http/wire-path";
import { renderError } from "./errors";

export const nodeflux: Wire = {
  name: "nodeflux",
  headers: openCorsHeaders,
  render: renderJson,
  renderError,
};
