import { renderJson } from "@/lib/http/render-json";
import type { Wire } from "@/lib/http/wire";
import { openCorsHeaders } from "@/lib/http/wire-path";
import { renderError } from "./errors";

/** 3DiVi Image API, version 1. */
export const threedivi: Wire = { name: "threedivi", headers: openCorsHeaders, render: renderJson, renderError };
