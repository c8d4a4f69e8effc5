import { predictHandlers } from "@/lib/wire/nodeflux/endpoints/predict";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = predictHandlers;
