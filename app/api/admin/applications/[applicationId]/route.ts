import { applicationHandlers } from "@/lib/wire/admin/endpoints/applications";

export const { GET, POST, PUT, PATCH, DELETE } = applicationHandlers;
