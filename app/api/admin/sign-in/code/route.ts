import { codeStepHandlers } from "@/lib/wire/admin/endpoints/code-step";

export const { GET, POST, PUT, PATCH, DELETE } = codeStepHandlers;
