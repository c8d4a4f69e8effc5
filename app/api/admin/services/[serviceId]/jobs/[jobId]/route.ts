import { jobHandlers } from "@/lib/wire/admin/endpoints/jobs";

export const { GET, POST, PUT, PATCH, DELETE } = jobHandlers;
