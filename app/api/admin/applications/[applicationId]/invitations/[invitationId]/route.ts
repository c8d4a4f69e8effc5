import { invitationHandlers } from "@/lib/wire/admin/endpoints/members";

export const { GET, POST, PUT, PATCH, DELETE } = invitationHandlers;
