import { ownPasswordHandlers } from "@/lib/wire/admin/endpoints/me";

export const { GET, POST, PUT, PATCH, DELETE } = ownPasswordHandlers;
