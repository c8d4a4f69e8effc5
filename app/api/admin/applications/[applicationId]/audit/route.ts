import { applicationAuditHandlers } from "@/lib/wire/admin/endpoints/audit";

export const { GET, POST, PUT, PATCH, DELETE } = applicationAuditHandlers;
