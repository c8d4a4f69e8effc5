import { verifyFaceHandlers } from "@/lib/wire/compreface/endpoints/verify-face";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = verifyFaceHandlers;
