import { consistenceHandlers } from "@/lib/wire/compreface/endpoints/consistence";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = consistenceHandlers;
