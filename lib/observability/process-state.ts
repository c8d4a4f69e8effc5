/**
 * Returns the one instance of a thing in this process.
 *
 * Next bundles instrumentation and each route apart, so a module-level variable exists once per bundle;
 * what they must share (readiness, metrics) lives on `globalThis` under a symbol.
 */
export function processWide<T>(name: string, create: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`mien.${name}`);
  const existing = store[key];
  if (existing !== undefined) return existing;
  const created = create();
  store[key] = created;
  return created;
}
