import { unknownPath } from "@/lib/http/wire-path";
import { senseid } from "@/lib/wire/senseid/wire";

export const unknownSenseidHandlers = unknownPath(senseid, "/quality/*");
