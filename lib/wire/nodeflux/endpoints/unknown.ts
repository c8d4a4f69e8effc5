import { unknownPath } from "@/lib/http/wire-path";
import { nodeflux } from "@/lib/wire/nodeflux/wire";

export const unknownNodefluxHandlers = unknownPath(nodeflux, "/NFFS-FIQA/*");
