import { type Algorithm, hash, verify } from "@node-rs/argon2";

// OWASP's recommendation for argon2id; decision 006.
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

// Each hash takes 19 MiB and a thread of Node's small pool, so a flood of sign-ups must not take them all.
const concurrentMax = 2;
/** Longer ones cannot have been set and are not worth hashing. */
const charactersMax = 128;
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

// The same letters arrive composed or decomposed, depending on the keyboard's system.
const comparable = (password: string) => password.normalize("NFKC");

/** argon2id in PHC string form, salt included. Takes about 25 ms off the event loop; at most two run at a time. */
export function hashPassword(password: string): Promise<string> {
  return withSlot(() => hash(comparable(password), cost));
}

/**
 * Whether the password is the one that was hashed. Without a hash (nobody has the address) the same work is done in
 * vain, so that the time does not tell.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (password.length > charactersMax) return false;
  if (passwordHash !== null) return withSlot(() => verify(passwordHash, comparable(password)));
  await hashPassword(password);
  return false;
}
