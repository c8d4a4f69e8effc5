import { unknownPathHandlers } from "@/lib/wire/admin/endpoints/unknown";

export const { GET, POST, PUT, PATCH, DELETE } = unknownPathHandlers;
