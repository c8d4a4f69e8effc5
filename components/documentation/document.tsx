import { Children, type ReactNode } from "react";

const code = (text: string) => <code className="rounded-sm bg-muted px-1 font-mono text-[0.9em]">{text}</code>;

/** Text with the parts between back quotes as code. */
function inline(text: string): ReactNode {
  const pieces = text.split("`").map((piece, position) => (position % 2 === 0 ? piece : code(piece)));
  return Children.toArray(pieces);
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
