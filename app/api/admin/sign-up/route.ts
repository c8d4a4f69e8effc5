import { signUpHandlers } from "@/lib/wire/admin/endpoints/registration";

export const { GET, POST, PUT, PATCH, DELETE } = signUpHandlers;
