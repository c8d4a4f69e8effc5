import { unknownSenseidHandlers } from "@/lib/wire/senseid/endpoints/unknown";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = unknownSenseidHandlers;
