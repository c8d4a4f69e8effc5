import { oidcStartHandlers } from "@/lib/wire/admin/endpoints/oidc";

export const { GET, POST, PUT, PATCH, DELETE } = oidcStartHandlers;
