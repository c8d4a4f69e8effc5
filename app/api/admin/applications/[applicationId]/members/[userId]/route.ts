import { memberHandlers } from "@/lib/wire/admin/endpoints/members";

export const { GET, POST, PUT, PATCH, DELETE } = memberHandlers;
