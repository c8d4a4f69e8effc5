import { configHandlers } from "@/lib/wire/compreface/endpoints/config";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = configHandlers;
