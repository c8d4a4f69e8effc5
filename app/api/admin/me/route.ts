import { meHandlers } from "@/lib/wire/admin/endpoints/me";

export const { GET, POST, PUT, PATCH, DELETE } = meHandlers;
