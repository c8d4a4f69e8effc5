import { facesHandlers } from "@/lib/wire/admin/endpoints/collection-faces";

export const { GET, POST, PUT, PATCH, DELETE } = facesHandlers;
