import { revealHandlers } from "@/lib/wire/admin/endpoints/api-keys";

export const { GET, POST, PUT, PATCH, DELETE } = revealHandlers;
