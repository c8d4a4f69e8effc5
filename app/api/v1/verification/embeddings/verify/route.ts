import { verifyEmbeddingsHandlers } from "@/lib/wire/compreface/endpoints/verify-embeddings";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = verifyEmbeddingsHandlers;
