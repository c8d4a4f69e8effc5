import { baseUrlHandlers } from "@/lib/wire/base-url";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = baseUrlHandlers;
