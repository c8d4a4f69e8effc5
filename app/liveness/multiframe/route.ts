import { multiFrameLivenessHandlers } from "@/lib/wire/alchera/endpoints/multi-frame-liveness";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = multiFrameLivenessHandlers;
