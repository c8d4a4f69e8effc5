const growthFactor = 1.25;
const lengthMin = 64;

/** `array` when it has room for `length` numbers, else a longer copy. Grown by a quarter, since both exist for a while. */
export function grown<T extends Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(array: T, length: number): T {
  if (length <= array.length) return array;
  const Numbers = array.constructor as new (length: number) => T;
  const longer = new Numbers(Math.max(lengthMin, Math.ceil(length * growthFactor)));
  longer.set(array);
  return longer;
}
