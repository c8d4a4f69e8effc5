import { chooseModelPackHandlers } from "@/lib/wire/admin/endpoints/model-packs";

export const { GET, POST, PUT, PATCH, DELETE } = chooseModelPackHandlers;
