import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { makeUser, nextClient } from "@/lib/wire/testing/admin-people";
import { makeReady } from "@/lib/wire/testing/harness";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
vi.stubEnv("ENABLE_EMAIL_SERVER", "true");
vi.stubEnv("EMAIL_HOST", "127.0.0.1");
vi.stubEnv("EMAIL_PORT", "9");
vi.stubEnv("EMAIL_FROM", "mien@faces.example");
provideDatabase();

let send: ReturnType<typeof sender>;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
});

// The clock stands still: no mail is allowed again while a test runs.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const post = (path: string, body: object, peer = nextClient()) =>
  send("POST", path, { body, headers: { "x-mien-peer": peer } });

const newcomer = { firstName: "Anna", lastName: "Kim", password: "wet-paint-on-7-doors" };
const asked: Readonly<Record<string, (email: string) => Promise<Response>>> = {
  "sign-up": (email) => post("/api/admin/sign-up", { ...newcomer, email }),
  "sign-up with a weak password": (email) => post("/api/admin/sign-up", { ...newcomer, password: "12345678", email }),
  resend: (email) => post("/api/admin/sign-up/resend", { email }),
  forgot: (email) => post("/api/admin/password/forgot", { email }),
};

const addresses: Readonly<Record<string, () => Promise<string>>> = {
  active: async () => (await makeUser()).email,
  unverified: async () => (await makeUser({ status: "UNVERIFIED" })).email,
  disabled: async () => (await makeUser({ status: "DISABLED" })).email,
  unknown: async () => `${nextClient()}@example.org`,
};

/** All that a client sees but what differs for every request. */
async function seenOf(response: Response): Promise<string> {
  const headers = [...response.headers].filter(([name]) => name !== "x-request-id");
  const { requestId, ...body } = await response.json();
  return JSON.stringify({ status: response.status, headers, body });
}

describe("an address", () => {
  it.each(Object.keys(asked))("gets one answer from %s, whosever it is and however often asked", async (what) => {
    const answers: string[] = [];
    for (const makeAddress of Object.values(addresses)) {
      const email = await makeAddress();
      for (let time = 0; time < 3; time += 1) answers.push(await seenOf((await asked[what]?.(email)) as Response));
    }
    expect(answers).toHaveLength(12);
    expect(new Set(answers).size).toBe(1);
  });

  it("gets three mails an hour, asked for in whatever way and from wherever, known or not", async () => {
    for (const makeAddress of [addresses.active, addresses.unknown]) {
      const email = (await makeAddress?.()) ?? "";
      const statuses: number[] = [];
      for (const what of ["forgot", "resend", "sign-up", "forgot", "resend"]) {
        statuses.push((await asked[what]?.(email))?.status ?? 0);
      }
      expect(statuses).toEqual([202, 202, 202, 429, 429]);
      expect(await db().outbox.count({ where: { to: email } })).toBeLessThanOrEqual(3);
    }
  });
});

it("lets one client cause twenty mails an hour", async () => {
  const peer = nextClient();
  const statuses: number[] = [];
  for (let count = 0; count < 21; count += 1) {
    statuses.push((await post("/api/admin/password/forgot", { email: `n${count}@example.org` }, peer)).status);
  }
  expect(statuses).toEqual([...Array(20).fill(202), 429]);
});
