import { expect, it } from "vitest";
import { ProblemError } from "./problem";
import { UploadQueue } from "./upload-queue";

const target = { id: "s1", name: "Anna" };
const file = (name: string) => new File(["x"], name);
const problem = (code: string) => new ProblemError({ title: code, status: 503, code });
const statesOf = (queue: UploadQueue) => queue.uploads().map(({ state }) => state);

/** A queue whose files arrive when the test says so. */
function openQueue() {
  const sent = new Map<string, { arrive: () => void; fail: (error: Error) => void; signal: AbortSignal }>();
  const queue = new UploadQueue({
    wait: async () => undefined,
    send: ({ file: { name }, signal }) =>
      new Promise((resolve, reject) => {
        sent.set(name, { arrive: resolve, fail: reject, signal });
        signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
      }),
  });
  return { queue, sent };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

it("sends four at a time, and the next as soon as one has arrived", async () => {
  const { queue, sent } = openQueue();
  queue.add(["1", "2", "3", "4", "5", "6"].map(file), target);
  expect([...sent.keys()]).toEqual(["1", "2", "3", "4"]);
  sent.get("2")?.arrive();
  await settle();
  expect([...sent.keys()]).toEqual(["1", "2", "3", "4", "5"]);
  expect(statesOf(queue)).toEqual(["sending", "done", "sending", "sending", "sending", "waiting"]);
});

it("keeps the reason of what failed, and sends it again when told so", async () => {
  const { queue, sent } = openQueue();
  queue.add([file("1")], target);
  sent.get("1")?.fail(problem("no_face"));
  await settle();
  expect(queue.uploads()).toMatchObject([{ state: "failed", error: { problem: { code: "no_face" } } }]);
  queue.retry();
  sent.get("1")?.arrive();
  await settle();
  expect(queue.uploads()).toMatchObject([{ state: "done", error: null, share: 1 }]);
});

it.each([
  ["signed_out", new ProblemError({ title: "Please sign in.", status: 401, code: "unauthenticated" })],
  ["unreachable", new TypeError("no connection")],
  ["unreachable", new ProblemError({ title: "Bad gateway", status: 502, code: "unreadable" })],
])(
  "lets all files wait where none gets through (%s), and goes on with each of them when told so",
  async (why, error) => {
    const { queue, sent } = openQueue();
    queue.add(["1", "2", "3", "4", "5"].map(file), target);
    sent.get("1")?.arrive();
    for (const name of ["2", "3", "4"]) sent.get(name)?.fail(error);
    await settle();
    sent.get("5")?.fail(error);
    await settle();
    expect(statesOf(queue)).toEqual(["done", "waiting", "waiting", "waiting", "waiting"]);
    expect(queue.obstacle()).toBe(why);
    queue.resume();
    expect(queue.obstacle()).toBeNull();
    for (const name of ["2", "3", "4", "5"]) sent.get(name)?.arrive();
    await settle();
    expect(statesOf(queue)).toEqual(["done", "done", "done", "done", "done"]);
  },
);

it("is not stopped by what a try of before tells late", async () => {
  const { queue, sent } = openQueue();
  queue.add(["1", "2"].map(file), target);
  sent.get("1")?.fail(new TypeError("no connection"));
  await settle();
  expect(queue.obstacle()).toBe("unreachable");
  queue.resume();
  sent.get("2")?.fail(new TypeError("no connection"));
  await settle();
  expect(queue.obstacle()).toBeNull();
  for (const name of ["1", "2"]) sent.get(name)?.arrive();
  await settle();
  expect(statesOf(queue)).toEqual(["done", "done"]);
});

it("sends a file under the same key again, and no two files under one", async () => {
  const keys: string[] = [];
  const send = async ({ key }: { readonly key: string }) => {
    keys.push(key);
    throw problem("no_face");
  };
  const queue = new UploadQueue({ wait: async () => undefined, send });
  queue.add(["1", "2"].map(file), target);
  await settle();
  queue.retry();
  await settle();
  expect(keys).toEqual([keys[0], keys[1], keys[0], keys[1]]);
  expect(keys[0]).not.toBe(keys[1]);
});

it("tries again by itself what a busy server sent away, though not for ever", async () => {
  let tries = 0;
  const send = async () => {
    tries += 1;
    throw problem("busy");
  };
  const queue = new UploadQueue({ wait: async () => undefined, send });
  queue.add([file("1")], target);
  await settle();
  expect(tries).toBe(6);
  expect(statesOf(queue)).toEqual(["failed"]);
});

it("stops what is under way and what waits, and forgets it", async () => {
  const { queue, sent } = openQueue();
  queue.add(["1", "2", "3", "4", "5"].map(file), target);
  sent.get("1")?.arrive();
  await settle();
  queue.cancel();
  await settle();
  expect(statesOf(queue)).toEqual(["done", "cancelled", "cancelled", "cancelled", "cancelled"]);
  expect(sent.get("2")?.signal.aborted).toBe(true);
  queue.clear();
  expect(queue.uploads()).toEqual([]);
});

it("sends the others when one is stopped", async () => {
  const { queue, sent } = openQueue();
  queue.add(["1", "2", "3", "4", "5"].map(file), target);
  queue.cancel(queue.uploads()[0]?.id);
  await settle();
  expect([...sent.keys()]).toContain("5");
});
