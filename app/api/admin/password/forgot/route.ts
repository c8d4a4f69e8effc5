import { forgotHandlers } from "@/lib/wire/admin/endpoints/password-reset";

export const { GET, POST, PUT, PATCH, DELETE } = forgotHandlers;
