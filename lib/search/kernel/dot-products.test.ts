import { expect, it } from "vitest";
import { compileKernel } from "./compile";
import { kernelBase64 } from "./kernel-base64";

it("is what its source compiles to", async () => {
  expect((await compileKernel()).toString("base64")).toBe(kernelBase64);
});
