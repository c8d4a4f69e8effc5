import { faceHandlers } from "@/lib/wire/compreface/endpoints/face";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = faceHandlers;
