export const rowHeight = 56;
/** Drawn above and below what is in sight, so that quick scrolling shows rows. */
const rowsBeyond = 8;

interface Sight {
  /** Pixels. */
  readonly scrollTop: number;
  readonly height: number;
  readonly total: number;
}

/** The rows to draw of a long list: from the first one to before the last one. */
export function windowOf({ scrollTop, height, total }: Sight): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - rowsBeyond);
  const end = Math.min(total, Math.ceil((scrollTop + height) / rowHeight) + rowsBeyond);
  return { first: Math.min(first, end), end };
}

const steps = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, page) => at + page,
  PageUp: (at, page) => at - page,
  Home: () => 0,
  End: () => Number.POSITIVE_INFINITY,
} as const satisfies Readonly<Record<string, (at: number, page: number) => number>>;

const isStep = (key: string): key is keyof typeof steps => Object.hasOwn(steps, key);

/** The row that a key leads to from another one; null for a key that leads nowhere. */
export function rowAfterKey(key: string, at: number, { height, total }: Omit<Sight, "scrollTop">): number | null {
  if (!isStep(key)) return null;
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  return Math.min(total - 1, Math.max(0, steps[key](at, page)));
}

/** Where to scroll for a row to be in sight, from there if it is already. */
export function scrollTo(row: number, { scrollTop, height }: Omit<Sight, "total">): number {
  const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight];
  if (top < scrollTop) return top;
  return bottom > scrollTop + height ? bottom - height : scrollTop;
}
