import { applicationsHandlers } from "@/lib/wire/admin/endpoints/applications";

export const { GET, POST, PUT, PATCH, DELETE } = applicationsHandlers;
