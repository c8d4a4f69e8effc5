import { expect, it } from "vitest";
import { judgeProcessorFlags } from "./check-machine";

const cpuinfo = (flags: string) => `processor\t: 0\nflags\t\t: fpu ${flags} lm\nbugs\t\t: spectre_v1\n\n`;

it("accepts a processor with AVX2", () => {
  expect(judgeProcessorFlags(cpuinfo("avx avx2"))).toMatchObject({ ok: true });
});

it("says that a processor with AVX alone is slower", () => {
  expect(judgeProcessorFlags(cpuinfo("avx"))).toEqual({ ok: true, detail: expect.stringContaining("slower") });
});

it("refuses a processor without AVX, also when a flag only begins like it", () => {
  expect(judgeProcessorFlags(cpuinfo("sse4_2 avx512f"))).toMatchObject({ ok: false });
  expect(judgeProcessorFlags("")).toMatchObject({ ok: false });
});
