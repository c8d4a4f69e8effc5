import { statisticsHandlers } from "@/lib/wire/admin/endpoints/statistics";

export const { GET, POST, PUT, PATCH, DELETE } = statisticsHandlers;
