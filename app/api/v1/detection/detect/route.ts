import { detectHandlers } from "@/lib/wire/compreface/endpoints/detect";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = detectHandlers;
