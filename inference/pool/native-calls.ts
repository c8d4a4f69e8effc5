import { InferenceError } from "@/inference/inference-error";

/** Places of the shared numbers: how many calls run in native code, and whether no more may begin. */
const [running, stopped] = [0, 1] as const;

type Flags = Int32Array<SharedArrayBuffer>;

/** How long its owner waits before it looks again whether a thread has left native code. */
const lookAgainMs = 5;

/** What a thread and its owner share. */
export const createFlags = (): Flags => new Int32Array(new SharedArrayBuffer(8));

/** Of this thread; absent in one that nobody ends from outside. */
let ownFlags: Flags | undefined;

export function shareFlags(flags: Flags): void {
  ownFlags = flags;
}

/**
 * Runs a call into native code that must not lose its thread: the runtime of the networks ends the whole process when the
 * thread is terminated before it returns.
 *
 * @throws InferenceError `worker_lost` once the thread is to end
 */
export async function callNative<T>(call: () => Promise<T>): Promise<T> {
  const flags = ownFlags;
  if (flags === undefined) return call();
  // In this order, and the owner's look in the other: one of the two always sees the other.
  Atomics.add(flags, running, 1);
  try {
    if (Atomics.load(flags, stopped) === 1) throw new InferenceError("worker_lost", "The inference worker is ending.");
    return await call();
  } finally {
    Atomics.sub(flags, running, 1);
  }
}

/** For the owner: lets the thread begin no further native call, and calls `then` as soon as none runs. */
export function stopNativeCalls(flags: Flags, then: () => void): void {
  Atomics.store(flags, stopped, 1);
  const look = () => {
    if (Atomics.load(flags, running) === 0) then();
    else setTimeout(look, lookAgainMs);
  };
  look();
}

/** For the owner of a thread that is gone, in the middle of a call maybe. */
export function forgetNativeCalls(flags: Flags): void {
  Atomics.store(flags, running, 0);
}
