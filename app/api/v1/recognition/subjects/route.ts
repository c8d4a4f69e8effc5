import { subjectsHandlers } from "@/lib/wire/compreface/endpoints/subjects";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = subjectsHandlers;
