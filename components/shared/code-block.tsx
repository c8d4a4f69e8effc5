import { CopyButton } from "./copy-button";

interface CodeBlockProps {
  /** Names the block for readers who do not see it. */
  readonly label: string;
  readonly code: string;
}

/** A command to run, scrollable by keyboard and with a button that copies it. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <figure className="flex items-start rounded-md border border-border bg-muted" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <pre className="min-w-0 flex-1 overflow-x-auto p-4 font-mono text-sm leading-6" tabIndex={0}>
        <code>{code}</code>
      </pre>
      <div className="shrink-0 p-2">
        <CopyButton text={code} label={label} />
      </div>
    </figure>
  );
}
