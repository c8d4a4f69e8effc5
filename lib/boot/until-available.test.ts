import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { untilAvailable } from "./until-available";

const never = () => false;
const outage = () => new AppError("unavailable", "The database does not answer at the moment.");

/** Fails as often as told, then gives how often it was called. */
function failing(times: number, error: () => Error = outage) {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw error();
    return calls;
  };
}

function recordPauses() {
  const pauses: number[] = [];
  return { pauses, pause: async (ms: number) => pauses.push(ms) };
}

describe("untilAvailable", () => {
  it("tries again, with longer and longer pauses, until the database answers", async () => {
    const { pauses, pause } = recordPauses();
    expect(await untilAvailable(failing(3), { isCancelled: never, pause })).toBe(4);
    expect(pauses).toHaveLength(3);
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
    expect(new Set(pauses).size).toBe(3);
  });

  it("knows an outage in the words of the driver too", async () => {
    const refused = () => Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    expect(await untilAvailable(failing(1, refused), { isCancelled: never, ...recordPauses() })).toBe(2);
    const slow = () => new Error("timeout expired");
    expect(await untilAvailable(failing(1, slow), { isCancelled: never, ...recordPauses() })).toBe(2);
  });

  it("gives up after a minute of pauses with the error itself", async () => {
    const { pauses, pause } = recordPauses();
    const work = failing(Number.POSITIVE_INFINITY);
    await expect(untilAvailable(work, { isCancelled: never, pause })).rejects.toMatchObject({ code: "unavailable" });
    const sumMs = pauses.reduce((sum, ms) => sum + ms, 0);
    expect(sumMs).toBeGreaterThan(50_000);
    expect(sumMs).toBeLessThanOrEqual(60_000);
  });

  it("throws at once what waiting does not change", async () => {
    const { pauses, pause } = recordPauses();
    const wrongPassword = () => Object.assign(new Error("password authentication failed"), { code: "28P01" });
    const work = failing(1, wrongPassword);
    await expect(untilAvailable(work, { isCancelled: never, pause })).rejects.toThrow("password authentication");
    expect(pauses).toEqual([]);
  });

  it("begins nothing new once the server is told to stop", async () => {
    let isStopping = false;
    const pause = async () => {
      isStopping = true;
    };
    const work = failing(1);
    await expect(untilAvailable(work, { isCancelled: () => isStopping, pause })).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(await work()).toBe(2);
  });
});
