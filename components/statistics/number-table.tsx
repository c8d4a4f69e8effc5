interface Row {
  /** A day, or the start of a period. */
  readonly at: string;
  readonly cells: readonly string[];
}

interface NumberTableProps {
  /** What opens it. */
  readonly summary: string;
  readonly label: string;
  /** Of the times and of each cell. */
  readonly columns: readonly string[];
  /** The oldest first; shown the other way round. */
  readonly rows: readonly Row[];
  readonly timeOf: (at: string) => string;
}

const headLook = "px-3 py-2 text-start";
const cellLook = "px-3 py-2 text-end tabular-nums";

/** Charts in numbers, for readers who do not see them or want to know exactly. */
export function NumberTable({ summary, label, columns, rows, timeOf }: NumberTableProps) {
  return (
    <details className="rounded-md border border-border">
      <summary className="min-h-10 cursor-pointer px-3 py-2 text-sm">{summary}</summary>
      <section
        className="max-h-96 overflow-auto border-border border-t"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <table className="w-full text-sm">
          <caption className="sr-only">{label}</caption>
          <thead>
            <tr className="border-border border-b">
              {columns.map((name, at) => (
                <th key={name} scope="col" className={at === 0 ? headLook : cellLook}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map(({ at, cells }) => (
              <tr key={at} className="border-border not-last:border-b">
                <th scope="row" className={`${headLook} whitespace-nowrap font-normal`}>
                  <time dateTime={at}>{timeOf(at)}</time>
                </th>
                {cells.map((text, column) => (
                  <td key={columns[column + 1]} className={cellLook}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
