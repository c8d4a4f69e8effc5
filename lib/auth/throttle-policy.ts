const minuteMs = 60_000;

interface Count {
  readonly failures: number;
  readonly windowStartAt: Date;
  readonly waitUntil: Date;
  readonly expiresAt: Date;
}

export interface ThrottlePolicy {
  /** Failures are forgotten this long after the first of them. */
  readonly windowMs: number;
  /** How long to wait after that many failures; null waits for the end of the window. */
  readonly waitMs: (failures: number) => number | null;
}

const addressWaitMsMax = 15 * minuteMs;

/**
 * One address or account: ten tries are free, then each further failure doubles the wait from 1 to 15 minutes. That
 * allows about 60 guesses in 12 hours, below the 100 of NIST SP 800-63B, and nobody is locked out for ever.
 */
export const addressPolicy: ThrottlePolicy = {
  windowMs: 12 * 60 * minuteMs,
  waitMs: (failures) => (failures < 10 ? 0 : Math.min(2 ** (failures - 10) * minuteMs, addressWaitMsMax)),
};

/** One network address that tries many accounts: 30 failures in 5 minutes. */
export const networkPolicy: ThrottlePolicy = {
  windowMs: 5 * minuteMs,
  waitMs: (failures) => (failures < 30 ? 0 : null),
};

/** Mails that one network address makes us send to whomever: 100 in an hour. */
export const networkMailPolicy: ThrottlePolicy = {
  windowMs: 60 * minuteMs,
  waitMs: (mails) => (mails < 100 ? 0 : null),
};

/** Mails that strangers make us send to one address: 3 in an hour, so that nobody's mailbox is flooded. */
export const addressMailPolicy: ThrottlePolicy = {
  windowMs: 60 * minuteMs,
  waitMs: (mails) => (mails < 3 ? 0 : null),
};

/** The count after one more try, or `wait` when none is allowed now. Tries refused that way do not prolong the wait. */
export function nextCount(before: Count | null, policy: ThrottlePolicy, now: Date): Count | "wait" {
  const current = before !== null && now < before.expiresAt ? before : null;
  if (current !== null && now < current.waitUntil) return "wait";
  const failures = (current?.failures ?? 0) + 1;
  const windowStartAt = current?.windowStartAt ?? now;
  const windowEnd = new Date(windowStartAt.getTime() + policy.windowMs);
  const waitMs = policy.waitMs(failures);
  const waitUntil = waitMs === null ? windowEnd : new Date(now.getTime() + waitMs);
  // The last wait of a window may reach beyond it.
  const expiresAt = waitUntil > windowEnd ? waitUntil : windowEnd;
  return { failures, windowStartAt, waitUntil, expiresAt };
}
