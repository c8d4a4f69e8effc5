import { answerApiDocument } from "@/lib/wire/api-documents";

/** The description of the CompreFace-compatible API, which is the same for everyone. */
export const GET = (): Response => answerApiDocument("compreface");
