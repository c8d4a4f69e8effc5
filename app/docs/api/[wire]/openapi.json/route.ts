import { answerApiDocument } from "@/lib/wire/api-documents";

interface WireSegment {
  readonly params: Promise<{ readonly wire: string }>;
}

/** The description of one wire, which is the same for everyone. */
export async function GET(_request: Request, { params }: WireSegment): Promise<Response> {
  return answerApiDocument((await params).wire);
}
