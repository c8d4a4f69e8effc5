import path from "node:path";
import { expect, it } from "vitest";
import { goldenInput } from "@/inference/models/golden-input";
import { modelFileName, type NetworkId } from "@/inference/models/registry";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { loadSession } from "@/inference/runtime/ort";

const timeout = 60_000;

const networks: readonly (readonly [NetworkId, readonly string[]])[] = [
  ["landmarks68", ["landmarks"]],
  ["recognition", ["descriptor", "map17", "map8", "map4"]],
  ["ageGender", ["age", "gender", "features"]],
  ["expression", ["expressions"]],
  ["ssd", ["scores", "offsets"]],
];

const load = async (id: NetworkId) => loadSession(path.join(await testModelsDir(), modelFileName(id)), 1);

it.each(networks)("gives each picture of a batch what it gets alone: %s", { timeout }, async (id, outputs) => {
  const session = await load(id);
  const { data, dims } = goldenInput(id);
  const negative = data.map((byte) => 255 - byte);
  const alone = [await session.run({ data, dims }, outputs), await session.run({ data: negative, dims }, outputs)];
  const [, height, width, channels] = dims;
  const batch = Uint8Array.from(Buffer.concat([data, negative]));
  const together = await session.run({ data: batch, dims: [2, height, width, channels] }, outputs);
  for (const name of outputs) {
    const expected = alone.flatMap((results) => Array.from(results[name]!));
    const size = Math.max(...expected.map(Math.abs));
    const differences = expected.map((value, i) => Math.abs(value - together[name]![i]!));
    expect(together[name]).toHaveLength(expected.length);
    expect(Math.max(...differences) / size).toBeLessThan(1e-4);
  }
  await session.release();
});

it("searches pictures of other shapes with SSD: three boxes a cell, then six in five ever coarser maps", {
  timeout,
}, async () => {
  const session = await load("ssd");
  const [height, width] = [96, 160];
  const data = new Uint8Array(height * width * 3).fill(128);
  const { scores, offsets } = await session.run({ data, dims: [1, height, width, 3] }, ["scores", "offsets"]);
  const anchors = 6 * 10 * 3 + (3 * 5 + 2 * 3 + 1 * 2 + 1 + 1) * 6;
  expect(scores).toHaveLength(anchors);
  expect(offsets).toHaveLength(anchors * 4);
  await session.release();
});
