import { alignedFacesHandlers } from "@/lib/wire/alchera/endpoints/aligned-faces";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = alignedFacesHandlers;
