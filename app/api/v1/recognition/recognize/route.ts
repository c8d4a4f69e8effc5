import { recognizeHandlers } from "@/lib/wire/compreface/endpoints/recognize";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = recognizeHandlers;
