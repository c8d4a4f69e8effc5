import { verifyFaceEmbeddingsHandlers } from "@/lib/wire/compreface/endpoints/verify-face-embeddings";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = verifyFaceEmbeddingsHandlers;
