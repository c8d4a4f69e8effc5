import { useState } from "react";

interface Rows {
  /** Id of what is in a row; undefined while it is read. */
  readonly idAt: (row: number) => string | undefined;
  /** The rows that are drawn. */
  readonly rows: readonly number[];
}

interface Reached {
  readonly row: number;
  readonly id: string | undefined;
}

/**
 * The row that the keys have reached, and the way to another one. When the list is read again, and something comes
 * before it, the row goes along with what was reached, as far as that is still drawn.
 */
export function useActiveRow({ idAt, rows }: Rows): readonly [number, (next: Reached) => void] {
  const [reached, setReached] = useState<Reached>();
  const row = reached?.row ?? 0;
  const id = idAt(row);
  if (reached !== undefined && id !== undefined && id !== reached.id) {
    const followed = reached.id === undefined ? undefined : rows.find((one) => idAt(one) === reached.id);
    setReached(followed === undefined ? { row, id } : { row: followed, id: reached.id });
  }
  return [row, setReached];
}
