import { oidcCallbackHandlers } from "@/lib/wire/admin/endpoints/oidc";

export const { GET, POST, PUT, PATCH, DELETE } = oidcCallbackHandlers;
