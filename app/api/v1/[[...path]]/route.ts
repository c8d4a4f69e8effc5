import { unknownPathHandlers } from "@/lib/wire/compreface/endpoints/unknown";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = unknownPathHandlers;
