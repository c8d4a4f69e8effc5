import { keysHandlers } from "@/lib/wire/admin/endpoints/api-keys";

export const { GET, POST, PUT, PATCH, DELETE } = keysHandlers;
