import { revealEncryptionHandlers } from "@/lib/wire/admin/endpoints/encryption";

export const { GET, POST, PUT, PATCH, DELETE } = revealEncryptionHandlers;
