import type { Metadata } from "next";
import { ApiReference } from "@/components/api-reference/api-reference";
import type { ApiDocument } from "@/components/api-reference/types";
import { openApiDocument } from "@/lib/wire/compreface/openapi/document";

export const metadata: Metadata = { title: "API" };

/** The API with forms to try it, from the same description that generators read. */
export default function ApiPage() {
  const document: ApiDocument = JSON.parse(JSON.stringify(openApiDocument));
  return (
    <main id="main" className="mx-auto max-w-5xl px-4 py-16">
      <ApiReference document={document} source="/docs/api/openapi.json" />
    </main>
  );
}
