import { facesHandlers } from "@/lib/wire/compreface/endpoints/faces";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = facesHandlers;
