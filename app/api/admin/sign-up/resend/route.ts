import { resendHandlers } from "@/lib/wire/admin/endpoints/registration";

export const { GET, POST, PUT, PATCH, DELETE } = resendHandlers;
