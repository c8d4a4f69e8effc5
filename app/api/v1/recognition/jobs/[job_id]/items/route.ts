import { jobItemsHandlers } from "@/lib/wire/compreface/endpoints/job-items";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = jobItemsHandlers;
