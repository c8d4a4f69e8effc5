import { usersHandlers } from "@/lib/wire/admin/endpoints/users";

export const { GET, POST, PUT, PATCH, DELETE } = usersHandlers;
