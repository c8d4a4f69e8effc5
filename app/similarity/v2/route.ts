import { similarityV2Handlers } from "@/lib/wire/alchera/endpoints/similarity";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = similarityV2Handlers;
