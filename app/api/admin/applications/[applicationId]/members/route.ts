import { membersHandlers } from "@/lib/wire/admin/endpoints/members";

export const { GET, POST, PUT, PATCH, DELETE } = membersHandlers;
