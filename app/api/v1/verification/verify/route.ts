import { verifyImagesHandlers } from "@/lib/wire/compreface/endpoints/verify-images";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = verifyImagesHandlers;
