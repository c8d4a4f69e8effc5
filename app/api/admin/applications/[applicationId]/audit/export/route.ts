import { applicationAuditExportHandlers } from "@/lib/wire/admin/endpoints/audit";

export const { GET, POST, PUT, PATCH, DELETE } = applicationAuditExportHandlers;
