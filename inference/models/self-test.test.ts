import path from "node:path";
import { expect, it } from "vitest";
import { loadSession, type Session } from "@/inference/runtime/ort";
import { modelFileName, networkIds } from "./registry";
import { checkGoldens } from "./self-test";
import { testModelsDir } from "./testing/models-dir";

/** A session that sees every picture as its negative. */
function negative(session: Session): Session {
  return {
    ...session,
    run: ({ data, dims }, outputs) => session.run({ data: data.map((byte) => 255 - byte), dims }, outputs),
  };
}

it.each(networkIds)("gives the recorded outputs and notices others: %s", async (id) => {
  const session = await loadSession(path.join(await testModelsDir(), modelFileName(id)), 1);
  await expect(checkGoldens(session, id)).resolves.toBeUndefined();
  await expect(checkGoldens(negative(session), id)).rejects.toMatchObject({ code: "model_corrupt" });
  await session.release();
});

it("refuses a network whose outputs are those of another", async () => {
  const session = await loadSession(path.join(await testModelsDir(), modelFileName("expression")), 1);
  const renamed: Session = {
    ...session,
    run: async (image) => ({
      landmarks: (await session.run(image, ["expressions"])).expressions ?? new Float32Array(),
    }),
  };
  await expect(checkGoldens(renamed, "landmarks68")).rejects.toThrow("landmarks68-1.onnx gives wrong values");
  await session.release();
});
