import { renderProblem } from "@/lib/http/problem-details";
import { renderJson } from "@/lib/http/render-json";
import type { Wire } from "@/lib/http/wire";
import { openCorsHeaders } from "@/lib/http/wire-path";

export const liveness: Wire = {
  name: "liveness",
  headers: openCorsHeaders,
  render: renderJson,
  renderError: renderProblem,
};
