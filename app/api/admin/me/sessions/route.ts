import { sessionsHandlers } from "@/lib/wire/admin/endpoints/sessions";

export const { GET, POST, PUT, PATCH, DELETE } = sessionsHandlers;
