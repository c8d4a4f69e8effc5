import { subjectHandlers } from "@/lib/wire/compreface/endpoints/subject";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = subjectHandlers;
