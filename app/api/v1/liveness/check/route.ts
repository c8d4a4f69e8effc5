import { checkHandlers } from "@/lib/wire/liveness/endpoints/check";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = checkHandlers;
