import { userHandlers } from "@/lib/wire/admin/endpoints/users";

export const { GET, POST, PUT, PATCH, DELETE } = userHandlers;
