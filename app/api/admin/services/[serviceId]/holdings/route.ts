import { holdingsHandlers } from "@/lib/wire/admin/endpoints/holdings";

export const { GET, POST, PUT, PATCH, DELETE } = holdingsHandlers;
