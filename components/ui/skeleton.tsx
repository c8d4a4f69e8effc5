interface SkeletonProps {
  /** Says that something is being read. */
  readonly label: string;
  readonly rows?: number;
}

/** Rows in the place of a list that is being read. */
export function SkeletonRows({ label, rows = 3 }: SkeletonProps) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => (
        <div key={row} className="h-14 animate-pulse rounded-md bg-muted" />
      ))}
    </div>
  );
}
