import { unknownPath } from "@/lib/http/wire-path";
import { alchera } from "@/lib/wire/alchera/wire";

export const unknownAlcheraHandlers = unknownPath(alchera, "/*");
