import { allServicesHandlers } from "@/lib/wire/admin/endpoints/services";

export const { GET, POST, PUT, PATCH, DELETE } = allServicesHandlers;
