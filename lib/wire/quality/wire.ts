import { renderProblem } from "@/lib/http/problem-details";
import type { Wire } from "@/lib/http/wire";
import { openCorsHeaders } from "@/lib/http/wire-path";

export const quality: Wire = {
  name: "quality",
  headers: openCorsHeaders,
  render: (status, body) => Response.json(body, { status }),
  renderError: renderProblem,
};
