import { nextAuthHandlers } from "@/lib/wire/admin/endpoints/next-auth";

export const { GET, POST, PUT, PATCH, DELETE } = nextAuthHandlers;
