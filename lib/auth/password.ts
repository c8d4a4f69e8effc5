import { type Algorithm, hash } from "@node-rs/argon2";

// OWASP's recommendation for argon2id; decision 006.
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

// Each hash takes 19 MiB and a thread of Node's small pool, so a flood of sign-ups must not take them all.
const concurrentMax = 2;
const waiting: (() => void)[] = [];
let running = 0;

async function withSlot<T>(work: () => Promise<T>): Promise<T> {
  if (running >= concurrentMax) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** argon2id in PHC string form, salt included. Takes about 25 ms off the event loop; at most two run at a time. */
export function hashPassword(password: string): Promise<string> {
  return withSlot(() => hash(password, cost));
}
