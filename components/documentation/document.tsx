import type { ReactNode } from "react";

/** Text with the parts between back quotes as code. */
function inline(text: string): ReactNode {
  return text.split("`").map((piece, position) =>
    position % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text keep their places.
      <code key={position} className="rounded-sm bg-muted px-1 font-mono text-[0.9em]">
        {piece}
      </code>
    ),
  );
}

/** A short document: blocks between empty lines, of which those that begin with `# ` are its title. */
export function Document({ markdown }: { readonly markdown: string }) {
  const blocks = markdown.trim().split(/\n\s*\n/);
  return (
    <article className="flex max-w-prose flex-col gap-4">
      {blocks.map((block) =>
        block.startsWith("# ") ? (
          <h1 key={block} className="font-semibold text-2xl tracking-tight">
            {inline(block.slice(2))}
          </h1>
        ) : (
          <p key={block}>{inline(block)}</p>
        ),
      )}
    </article>
  );
}
