import { CopyButton } from "./copy-button";

interface CodeBlockProps {
  /** Names the block for readers who do not see it. */
  readonly label: string;
  readonly code: string;
}

/** A command to run, scrollable by keyboard and with a button that copies it. */
export function CodeBlock({ label, code }: CodeBlockProps) {
  return (
    <figure className="relative rounded-md border border-border bg-muted" aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <pre className="overflow-x-auto p-4 pr-24 font-mono text-sm leading-6" tabIndex={0}>
        <code>{code}</code>
      </pre>
      <div className="absolute top-2 right-2">
        <CopyButton text={code} label={label} />
      </div>
    </figure>
  );
}
