import { execFile } from "node:child_process";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { cutPortraits, groupPhoto } from "@/e2e/fixtures/portraits";
import { baseUrl, dataDir } from "@/e2e/fixtures/server";
import { test } from "@/e2e/fixtures/service";

const run = promisify(execFile);

/** All code of one language in the documentation, in order. */
async function examplesIn(language: string): Promise<string> {
  const text = await readFile("docs/api/README.md", "utf8");
  const blocks = [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, name]) => name === language);
  expect(blocks.length).toBeGreaterThan(0);
  return blocks.map(([, , code]) => code).join("\n");
}

const languages = [
  ["sh", "bash", "examples.sh", ["-euo", "pipefail"]],
  ["js", process.execPath, "examples.mjs", []],
  ["python", "python3", "examples.py", []],
] as const;

test.slow();

for (const [language, program, file, flags] of languages) {
  test(`the ${language} examples of the documentation run`, async ({
    request,
    detectionKey,
    recognitionKey,
    verificationKey,
  }) => {
    const isThere = await run(program, ["--version"]).then(
      () => true,
      () => false,
    );
    test.skip(!isThere, `${program} is not installed`);
    const [ann = "", tom = ""] = await cutPortraits(request, detectionKey);
    const cwd = path.join(dataDir, "examples", detectionKey);
    await mkdir(cwd, { recursive: true });
    await Promise.all([
      copyFile(ann, path.join(cwd, "ann.jpg")),
      copyFile(tom, path.join(cwd, "tom.jpg")),
      copyFile(groupPhoto, path.join(cwd, "group.jpg")),
      writeFile(path.join(cwd, file), await examplesIn(language)),
    ]);
    const keys = { DETECTION_KEY: detectionKey, RECOGNITION_KEY: recognitionKey, VERIFICATION_KEY: verificationKey };
    const env = { ...process.env, ...keys, MIEN: baseUrl };
    const { stdout } = await run(program, [...flags, file], { cwd, env });
    expect(stdout).toContain("x_min");
  });
}
