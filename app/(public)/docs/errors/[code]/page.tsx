import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Document } from "@/components/documentation/document";

interface ErrorPageProps {
  readonly params: Promise<{ readonly code: string }>;
}

/** Null when there is no such code; codes have no characters that lead out of the folder. */
async function readDocument(code: string): Promise<string | null> {
  if (!/^[a-z_]{1,50}$/.test(code)) return null;
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "docs/errors", `${code}.md`);
  return readFile(/* turbopackIgnore: true */ file, "utf8").catch(() => null);
}

export async function generateMetadata({ params }: ErrorPageProps): Promise<Metadata> {
  return { title: (await params).code };
}

/** What an error of the API means, at the address that its `type` names. */
export default async function ErrorDocumentationPage({ params }: ErrorPageProps) {
  const markdown = await readDocument((await params).code);
  if (markdown === null) notFound();
  return (
    <main id="main" className="mx-auto max-w-5xl px-4 py-16">
      <Document markdown={markdown} />
    </main>
  );
}
