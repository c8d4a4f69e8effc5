import { facesHandlers } from "@/lib/wire/alchera/endpoints/faces";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = facesHandlers;
