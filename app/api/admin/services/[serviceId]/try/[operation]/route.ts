import { trialHandlers } from "@/lib/wire/trial";

export const { GET, POST, PUT, PATCH, DELETE } = trialHandlers;
