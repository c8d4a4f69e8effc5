import { staticImageHandlers } from "@/lib/wire/compreface/endpoints/static-image";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = staticImageHandlers;
