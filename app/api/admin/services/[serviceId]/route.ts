import { serviceHandlers } from "@/lib/wire/admin/endpoints/services";

export const { GET, POST, PUT, PATCH, DELETE } = serviceHandlers;
