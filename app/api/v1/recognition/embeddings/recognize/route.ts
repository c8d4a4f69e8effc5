import { recognizeEmbeddingsHandlers } from "@/lib/wire/compreface/endpoints/recognize-embeddings";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = recognizeEmbeddingsHandlers;
