import { unknownNodefluxHandlers } from "@/lib/wire/nodeflux/endpoints/unknown";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = unknownNodefluxHandlers;
