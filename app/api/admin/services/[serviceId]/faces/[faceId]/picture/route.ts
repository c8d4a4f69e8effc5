import { pictureHandlers } from "@/lib/wire/admin/endpoints/collection-pictures";

export const { GET, POST, PUT, PATCH, DELETE } = pictureHandlers;
