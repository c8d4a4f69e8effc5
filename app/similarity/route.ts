import { similarityHandlers } from "@/lib/wire/alchera/endpoints/similarity";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = similarityHandlers;
