import { unknownPath } from "@/lib/http/wire-path";
import { comprefaceWire } from "@/lib/wire/compreface/wire";

/** Any path under `/api/v1` that nothing else answers: JSON, since clients parse every body they get. */
export const unknownPathHandlers = unknownPath(comprefaceWire, "/api/v1/*");
