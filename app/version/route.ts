import { versionHandlers } from "@/lib/wire/alchera/endpoints/version";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = versionHandlers;
