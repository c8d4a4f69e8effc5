import { subjectHandlers } from "@/lib/wire/admin/endpoints/collection-subjects";

export const { GET, POST, PUT, PATCH, DELETE } = subjectHandlers;
