import { importFacesHandlers } from "@/lib/wire/compreface/endpoints/import-faces";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = importFacesHandlers;
