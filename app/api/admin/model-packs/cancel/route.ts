import { cancelModelPackHandlers } from "@/lib/wire/admin/endpoints/model-packs";

export const { GET, POST, PUT, PATCH, DELETE } = cancelModelPackHandlers;
