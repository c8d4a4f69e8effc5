import { statelessHandlers } from "@/lib/wire/senseid/endpoints/stateless";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = statelessHandlers;
