import { jobHandlers } from "@/lib/wire/compreface/endpoints/job";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = jobHandlers;
