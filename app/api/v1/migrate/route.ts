import { migrateHandlers } from "@/lib/wire/compreface/endpoints/migrate";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = migrateHandlers;
