import { confirmSecondFactorHandlers } from "@/lib/wire/admin/endpoints/second-factor";

export const { GET, POST, PUT, PATCH, DELETE } = confirmSecondFactorHandlers;
