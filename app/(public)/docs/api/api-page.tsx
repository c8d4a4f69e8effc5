import { notFound } from "next/navigation";
import { ApiReference } from "@/components/api-reference/api-reference";
import type { ApiDocument } from "@/components/api-reference/types";
import { apiDocuments } from "@/lib/wire/api-documents";

/** A wire's API with forms to try it, from the same description that generators read. */
export function ApiPage({ wire }: { readonly wire: string }) {
  const described = apiDocuments.get(wire);
  if (described === undefined) notFound();
  const document: ApiDocument = JSON.parse(JSON.stringify(described));
  const others = [...apiDocuments].filter(([name]) => name !== wire);
  return (
    <main id="main" className="mx-auto max-w-5xl px-4 py-16">
      <ApiReference
        document={document}
        source={`/docs/api/${wire}/openapi.json`}
        others={others.map(([name, { info }]) => ({ href: `/docs/api/${name}`, title: info.title }))}
      />
    </main>
  );
}
