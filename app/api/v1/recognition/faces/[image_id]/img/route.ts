import { faceImageHandlers } from "@/lib/wire/compreface/endpoints/face-image";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = faceImageHandlers;
