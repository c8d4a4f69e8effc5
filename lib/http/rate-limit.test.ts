import { expect, it } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { giveBack, type RateRule, spend } from "./rate-limit";

const ruleNamed = (name: string): RateRule => ({ name, times: 10, perMs: 300_000 });

function refusalOf(work: () => void): AppError | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

it("allows exactly as many as the rule says, then says when the next is allowed, and allows exactly that", () => {
  const rule = ruleNamed("exact");
  const at = (now: number) => refusalOf(() => spend(rule, "a", now));
  for (let count = 0; count < 10; count += 1) expect(at(1000)).toBeNull();
  expect(at(1000)).toMatchObject({ code: "too_many_requests", retryAfterS: 30 });
  expect(at(30_999)).toMatchObject({ retryAfterS: 1 });
  expect(at(31_000)).toBeNull();
  expect(at(31_000)).not.toBeNull();
});

it("gives everything back after the whole time and not more", () => {
  const rule = ruleNamed("refill");
  const attempts = (now: number) => Array.from({ length: 30 }, () => refusalOf(() => spend(rule, "a", now)));
  const allowed = (now: number) => attempts(now).filter((refusal) => refusal === null).length;
  expect(allowed(0)).toBe(10);
  expect(allowed(300_000)).toBe(10);
  expect(allowed(100_000_000)).toBe(10);
});

it("does not punish attempts that were refused", () => {
  const rule = ruleNamed("patience");
  for (let now = 0; now < 29_000; now += 100) refusalOf(() => spend(rule, "a", now));
  const waited = refusalOf(() => spend(rule, "a", 330_000));
  expect(waited).toBeNull();
});

it("forgets a use that is taken back, and no more than were made", () => {
  const rule = ruleNamed("back");
  for (let count = 0; count < 30; count += 1) {
    spend(rule, "a", 0);
    giveBack(rule, "a");
  }
  giveBack(rule, "a");
  for (let count = 0; count < 10; count += 1) spend(rule, "a", 0);
  expect(refusalOf(() => spend(rule, "a", 0))).not.toBeNull();
});

it("counts each client and each rule apart", () => {
  const [one, other] = [ruleNamed("one"), ruleNamed("other")];
  for (let count = 0; count < 10; count += 1) spend(one, "a", 0);
  expect(refusalOf(() => spend(one, "b", 0))).toBeNull();
  expect(refusalOf(() => spend(other, "a", 0))).toBeNull();
  expect(refusalOf(() => spend(one, "a", 0))).not.toBeNull();
});

it("forgets who was here longest ago when there are too many", () => {
  const rule = ruleNamed("crowd");
  for (let count = 0; count < 10; count += 1) spend(rule, "first", 0);
  for (let count = 0; count < 20_000; count += 1) spend(rule, `other ${count}`, 0);
  expect(refusalOf(() => spend(rule, "first", 0))).toBeNull();
});
