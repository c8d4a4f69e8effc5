import { serverHandlers } from "@/lib/wire/admin/endpoints/server";

export const { GET, POST, PUT, PATCH, DELETE } = serverHandlers;
