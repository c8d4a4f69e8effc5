import { unknownAlcheraHandlers } from "@/lib/wire/alchera/endpoints/unknown";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = unknownAlcheraHandlers;
