import { jobsHandlers } from "@/lib/wire/compreface/endpoints/jobs";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = jobsHandlers;
