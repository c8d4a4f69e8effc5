import { optionsHandlers } from "@/lib/wire/admin/endpoints/options";

export const { GET, POST, PUT, PATCH, DELETE } = optionsHandlers;
