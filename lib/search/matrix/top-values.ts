/**
 * The `count`-th largest of the values, -Infinity when there are fewer. One pass with a heap of `count` numbers: a sort
 * of 100,000 values takes longer than the search that made them.
 */
export function nthLargest(values: Float32Array, count: number): number {
  if (values.length < count) return Number.NEGATIVE_INFINITY;
  const heap = values.slice(0, count).sort();
  for (let index = count; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value > (heap[0] ?? 0)) replaceSmallest(heap, value);
  }
  return heap[0] ?? Number.NEGATIVE_INFINITY;
}

/** Puts a value in the place of the smallest, which is the heap's first. */
function replaceSmallest(heap: Float32Array, value: number): void {
  let place = 0;
  for (;;) {
    const left = 2 * place + 1;
    const right = left + 1;
    if (left >= heap.length) break;
    const smaller = right < heap.length && (heap[right] ?? 0) < (heap[left] ?? 0) ? right : left;
    const child = heap[smaller] ?? 0;
    if (child >= value) break;
    heap[place] = child;
    place = smaller;
  }
  heap[place] = value;
}
