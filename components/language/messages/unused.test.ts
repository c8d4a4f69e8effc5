import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { operationsOf } from "@/components/test-page/operations";
import { pluginsFor } from "@/components/test-page/settings";
import { keyScopes } from "@/lib/domain/api-keys/types";
import { decisionPolicies, serviceTypes } from "@/lib/domain/services/types";
import { roles } from "@/lib/domain/users/types";
import { english } from "./english";

/** Parts that are looked up as a whole; tests of their own compare them with what they follow. */
const whole: readonly string[] = ["problems", "qualityMeasures", "qualityReasons", "said"];

/** Names that are put together, and what can stand in the place of the star. */
const families: Readonly<Record<string, readonly string[]>> = {
  "holdings.*": ["subjects", "faces"],
  "holdings.*Chart": ["subjects", "faces"],
  "keys.*": keyScopes,
  "problems.*": [],
  "roles.*": roles,
  "services.*": [...serviceTypes, ...decisionPolicies],
  "signInMethods.*": ["with", "signUpWith"],
  "statistics.*": ["requests", "errors", "p50", "p95"],
  "statistics.*Chart": ["requests", "errors"],
  "testPage.*": pluginsFor(operationsOf("RECOGNITION")[0]),
  "testPage.profile_*": ["enrolment", "icao", "webcam", "custom"],
};

async function readSources(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => /(?<!\.test)\.tsx?$/.test(file) && !file.includes("messages/"),
  );
  return Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
}

let source: string;
beforeAll(async () => {
  source = (await Promise.all(["app", "components"].map(readSources))).flat().join("\n");
});

const find = (pattern: RegExp) => [...source.matchAll(pattern)].map(([, name = ""]) => name);
const isOfMessages = (name: string) => Object.hasOwn(english, name.split(".")[0] ?? "");

it("knows every name that is put together", () => {
  const templates = find(/`(\w+\.\w*\$\{[^}]+\}\w*)`/g).map((template) => template.replace(/\$\{.+\}/, "*"));
  expect([...new Set(templates.filter(isOfMessages))].sort()).toEqual(Object.keys(families));
});

it("finds each text on some page", () => {
  const together = Object.entries(families).flatMap(([name, words]) => words.map((word) => name.replace("*", word)));
  const used = new Set([...find(/"(\w+\.\w+)"/g), ...together]);
  const names = Object.entries(english).flatMap(([part, texts]) => Object.keys(texts).map((name) => `${part}.${name}`));
  const unused = names.filter((name) => !used.has(name) && !whole.includes(name.split(".")[0] ?? ""));
  expect(unused).toEqual([]);
});
