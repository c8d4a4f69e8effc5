import { assessHandlers } from "@/lib/wire/quality/endpoints/assess";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = assessHandlers;
