import { describe, expect, it } from "vitest";
import { addressMailPolicy, addressPolicy, networkPolicy, nextCount, type ThrottlePolicy } from "./throttle-policy";

const minuteMs = 60_000;
const start = new Date("2026-11-20T00:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);

/** Tries once a second for `durationMs`; the seconds at which a try was let through. */
function letThrough(policy: ThrottlePolicy, durationMs: number): number[] {
  const seconds: number[] = [];
  let state: Exclude<ReturnType<typeof nextCount>, "wait"> | null = null;
  for (let ms = 0; ms < durationMs; ms += 1000) {
    const next = nextCount(state, policy, later(ms));
    if (next === "wait") continue;
    state = next;
    seconds.push(ms / 1000);
  }
  return seconds;
}

describe("tries on one address", () => {
  it("are ten, then wait 1, 2, 4, 8 and from then on 15 minutes", () => {
    const minutes = letThrough(addressPolicy, 60 * minuteMs)
      .slice(9)
      .map((second) => (second - 9) / 60);
    expect(minutes).toEqual([0, 1, 3, 7, 15, 30, 45]);
  });

  it("stay below 100 in 12 hours, also across the end of a window", () => {
    const seconds = letThrough(addressPolicy, 36 * 60 * minuteMs);
    const inTwelveHours = seconds.map((from) => seconds.filter((at) => at >= from && at < from + 43_200).length);
    expect(Math.max(...inTwelveHours)).toBeLessThan(100);
  });

  it("are never refused for longer than 15 minutes", () => {
    const seconds = letThrough(addressPolicy, 36 * 60 * minuteMs);
    const gaps = seconds.slice(1).map((second, index) => second - seconds[index]!);
    expect(Math.max(...gaps)).toBe(15 * 60);
  });
});

it("lets one network fail 30 times in 5 minutes and then again", () => {
  const seconds = letThrough(networkPolicy, 10 * minuteMs);
  expect(seconds).toHaveLength(60);
  expect(seconds[29]).toBe(29);
  expect(seconds[30]).toBe(300);
});

it("lets strangers cause three mails an hour to one address", () => {
  expect(letThrough(addressMailPolicy, 120 * minuteMs)).toEqual([0, 1, 2, 3600, 3601, 3602]);
});
