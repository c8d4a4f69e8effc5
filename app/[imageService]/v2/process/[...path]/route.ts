import { unknownServiceHandlers } from "@/lib/wire/threedivi/endpoints/services";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = unknownServiceHandlers;
