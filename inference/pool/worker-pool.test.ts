import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type BundledWorker, bundleWorker } from "@/inference/pool/testing/bundle-worker";
import { Gate } from "@/inference/pool/testing/gate";
import type { TinyInput } from "@/inference/pool/testing/tiny-worker";
import { type PoolOptions, WorkerPool } from "@/inference/pool/worker-pool";

let bundle: BundledWorker;
const pools: WorkerPool[] = [];

beforeAll(async () => {
  bundle = await bundleWorker("inference/pool/testing/tiny-worker.ts");
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close({ drainMs: 0 })));
});
afterAll(() => bundle.remove());

async function startPool(options: Partial<PoolOptions> = {}): Promise<WorkerPool> {
  const defaults = { workerFile: bundle.file, workers: 1, queueMax: 8, taskTimeoutMs: 30_000 };
  const pool = await WorkerPool.start({ ...defaults, ...options });
  pools.push(pool);
  return pool;
}

const run = (pool: WorkerPool, input: TinyInput, signal?: AbortSignal) =>
  pool.run({ input, ...(signal && { signal }) }).then(({ result }) => result);

test("moves the bytes to the worker and typed arrays back", async () => {
  const pool = await startPool();
  const bytes = new Uint8Array([1, 2, 3]);
  const { result } = await pool.run({ input: { do: "echo", bytes }, transferList: [bytes.buffer] });
  expect(result).toEqual({ bytes: new Uint8Array([1, 2, 3]), vector: new Float32Array([0.6, 0.8]) });
  expect(bytes.byteLength).toBe(0);
});

test("refuses a task at once when the queue is full, with an estimate of when to come back", async () => {
  const pool = await startPool({ queueMax: 1 });
  const gate = new Gate();
  const running = run(pool, { do: "hold", gate: gate.cells });
  await gate.entered();
  const waiting = run(pool, { do: "echo" });
  expect(pool.stats()).toMatchObject({ workers: 1, busy: 1, queued: 1 });
  await expect(run(pool, { do: "echo" })).rejects.toMatchObject({ code: "busy", retryAfterS: 1 });
  gate.open();
  await Promise.all([running, waiting]);
  expect(pool.stats()).toMatchObject({ busy: 0, queued: 0, completed: 2 });
});

test("takes tasks with no queue at all while a worker is free", async () => {
  const pool = await startPool({ queueMax: 0 });
  await expect(run(pool, { do: "echo" })).resolves.toBeDefined();
});

test("gives each worker one task at a time, first come first served", async () => {
  const pool = await startPool({ workers: 2 });
  const gates = [new Gate(), new Gate(), new Gate()] as const;
  const order: number[] = [];
  const all = gates.map((gate, at) => run(pool, { do: "hold", gate: gate.cells }).then(() => order.push(at)));
  await Promise.all([gates[0].entered(), gates[1].entered()]);
  expect(Atomics.load(gates[2].cells, 0)).toBe(0);
  gates[1].open();
  await gates[2].entered();
  gates[2].open();
  await all[2];
  gates[0].open();
  await all[0];
  expect(order).toEqual([1, 2, 0]);
});

for (const how of ["exit", "crash", "eatMemory"] as const) {
  test(`fails only the task whose worker dies (${how}), and replaces the worker`, async () => {
    const pool = await startPool({ workers: 2, heapMaxMb: 32 });
    const gate = new Gate();
    const neighbour = run(pool, { do: "hold", gate: gate.cells });
    await gate.entered();
    const doomed = run(pool, { do: how });
    const waiting = run(pool, { do: "echo" });
    await expect(doomed).rejects.toMatchObject({ code: "worker_lost", cause: expect.any(Error) });
    await expect(waiting).resolves.toBeDefined();
    gate.open();
    await expect(neighbour).resolves.toBe("held");
    expect(pool.stats()).toMatchObject({ workers: 2, restarts: 1, completed: 2 });
  });
}

test("ends a task that runs too long and replaces its hanging worker", async () => {
  const taskTimeoutMs = 300_000;
  const pool = await startPool({ taskTimeoutMs });
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const gate = new Gate();
  const hanging = expect(run(pool, { do: "hang", gate: gate.cells })).rejects.toMatchObject({ code: "timeout" });
  await gate.entered();
  vi.advanceTimersByTime(taskTimeoutMs);
  vi.useRealTimers();
  await hanging;
  await expect(run(pool, { do: "echo" })).resolves.toBeDefined();
  expect(pool.stats()).toMatchObject({ restarts: 1, completed: 1 });
});

test("passes a task's own error on, InferenceError with its code, and keeps the worker", async () => {
  const pool = await startPool();
  const unreadable = { name: "InferenceError", code: "image_unreadable", message: "The image is damaged." };
  await expect(run(pool, { do: "throwInferenceError" })).rejects.toMatchObject(unreadable);
  await expect(run(pool, { do: "throwBug" })).rejects.toMatchObject({ name: "TypeError", message: /not a face/ });
  expect(pool.stats()).toMatchObject({ workers: 1, restarts: 0, completed: 0 });
});

test("fails an input that cannot be posted and keeps the worker", async () => {
  const pool = await startPool();
  await expect(pool.run({ input: () => {} })).rejects.toMatchObject({ name: "DataCloneError" });
  await expect(run(pool, { do: "echo" })).resolves.toBeDefined();
  expect(pool.stats().restarts).toBe(0);
});

test("drops an aborted task from the queue", async () => {
  const pool = await startPool();
  const gate = new Gate();
  const running = run(pool, { do: "hold", gate: gate.cells });
  await gate.entered();
  const abort = new AbortController();
  const waiting = run(pool, { do: "exit" }, abort.signal);
  abort.abort(new Error("client went away"));
  await expect(waiting).rejects.toThrow("client went away");
  expect(pool.stats().queued).toBe(0);
  gate.open();
  await running;
  await expect(run(pool, { do: "echo" }, abort.signal)).rejects.toThrow("client went away");
  expect(pool.stats()).toMatchObject({ restarts: 0, completed: 1 });
});

test("lets the worker finish a running task that was aborted, and keeps it", async () => {
  const pool = await startPool();
  const gate = new Gate();
  const abort = new AbortController();
  const running = run(pool, { do: "hold", gate: gate.cells }, abort.signal);
  await gate.entered();
  abort.abort(new Error("client went away"));
  await expect(running).rejects.toThrow("client went away");
  expect(pool.stats().busy).toBe(1);
  gate.open();
  await run(pool, { do: "echo" });
  expect(pool.stats()).toMatchObject({ workers: 1, busy: 0, restarts: 0 });
});

test("finishes the accepted tasks on close, refuses new ones", async () => {
  const pool = await startPool();
  const gate = new Gate();
  const accepted = [run(pool, { do: "hold", gate: gate.cells }), run(pool, { do: "echo" })];
  await gate.entered();
  const closed = pool.close({ drainMs: 30_000 });
  await expect(run(pool, { do: "echo" })).rejects.toMatchObject({ code: "worker_lost" });
  gate.open();
  await Promise.all([...accepted, closed]);
  expect(pool.stats()).toMatchObject({ workers: 0, completed: 2 });
});

test("fails what is left when closing takes too long", async () => {
  const pool = await startPool();
  const gate = new Gate();
  const left = [run(pool, { do: "hold", gate: gate.cells }), run(pool, { do: "echo" })];
  await gate.entered();
  const settled = Promise.allSettled(left);
  await pool.close({ drainMs: 0 });
  const lost = { status: "rejected", reason: expect.objectContaining({ code: "worker_lost" }) };
  expect(await settled).toEqual([lost, lost]);
});

test("does not start when a worker's boot fails, and says why", async () => {
  const workerData = { bootError: "blazeface.onnx differs from its checksum." };
  const reason = { code: "model_corrupt", message: workerData.bootError };
  await expect(startPool({ workers: 2, workerData })).rejects.toMatchObject(reason);
  await expect(startPool({ workerFile: path.join(path.dirname(bundle.file), "none.mjs") })).rejects.toThrow(
    /none\.mjs/,
  );
});

test("fails waiting and new tasks while no worker can be started, and recovers once one can", async () => {
  const poisonFile = path.join(path.dirname(bundle.file), "poison");
  const pool = await startPool({ workerData: { poisonFile } });
  await writeFile(poisonFile, "");
  const doomed = run(pool, { do: "exit" });
  const waiting = run(pool, { do: "echo" });
  await expect(doomed).rejects.toMatchObject({ code: "worker_lost" });
  await expect(waiting).rejects.toMatchObject({ code: "worker_lost", message: /did not start/ });
  await expect(run(pool, { do: "echo" })).rejects.toMatchObject({ code: "worker_lost" });
  await rm(poisonFile);
  await vi.waitUntil(() => pool.stats().workers === 1, { timeout: 120_000 });
  await expect(run(pool, { do: "echo" })).resolves.toBeDefined();
});

test("tells that there is no room before a task is made", async () => {
  const pool = await startPool({ queueMax: 0 });
  const gate = new Gate();
  pool.requireRoom();
  const running = run(pool, { do: "hold", gate: gate.cells });
  await gate.entered();
  expect(() => pool.requireRoom()).toThrow(expect.objectContaining({ code: "busy", retryAfterS: 1 }));
  gate.open();
  await running;
});
