import { exportFacesHandlers } from "@/lib/wire/compreface/endpoints/export-faces";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = exportFacesHandlers;
