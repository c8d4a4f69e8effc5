import { deleteFacesHandlers } from "@/lib/wire/compreface/endpoints/delete-faces";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = deleteFacesHandlers;
