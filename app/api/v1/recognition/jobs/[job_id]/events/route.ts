import { jobEventsHandlers } from "@/lib/wire/compreface/endpoints/job-events";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = jobEventsHandlers;
