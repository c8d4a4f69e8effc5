import { imageApiHandlers } from "@/lib/wire/threedivi/endpoints/services";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = imageApiHandlers;
