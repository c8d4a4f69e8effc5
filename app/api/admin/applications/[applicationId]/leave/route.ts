import { leaveHandlers } from "@/lib/wire/admin/endpoints/members";

export const { GET, POST, PUT, PATCH, DELETE } = leaveHandlers;
