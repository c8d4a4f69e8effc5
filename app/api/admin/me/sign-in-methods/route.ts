import { signInMethodsHandlers } from "@/lib/wire/admin/endpoints/second-factor";

export const { GET, POST, PUT, PATCH, DELETE } = signInMethodsHandlers;
