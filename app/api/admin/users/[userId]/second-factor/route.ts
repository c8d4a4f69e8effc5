import { userSecondFactorHandlers } from "@/lib/wire/admin/endpoints/second-factor";

export const { GET, POST, PUT, PATCH, DELETE } = userSecondFactorHandlers;
