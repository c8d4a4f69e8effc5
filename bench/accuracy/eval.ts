import path from "node:path";
import { parseArgs } from "node:util";
import { printLine } from "@/bench/print-line";
import { prepareModels } from "@/inference/convert/prepare-models";
import { createSessionStore } from "@/inference/runtime/session-store";
import { evaluateAge, evaluateGender } from "./age-gender";
import { evaluateBodies } from "./bodies";
import { evaluateDetection } from "./detection";
import { evaluateEmotion } from "./emotion";
import { evaluateEyes, evaluatePose } from "./eyes-pose";
import { evaluateIdentification } from "./identification";
import { evaluateLandmarks } from "./landmarks";
import { evaluateLiveness } from "./liveness";
import { evaluateMask, evaluateOcclusion } from "./occlusion";
import { openNamedPack } from "./open-packs";
import { evaluateQuality } from "./quality";
import { reportSection } from "./report";
import type { Section } from "./section";
import { evaluateVerification } from "./verification";

const sections: Readonly<Record<string, Section>> = {
  detection: evaluateDetection,
  verification: evaluateVerification,
  identification: evaluateIdentification,
  quality: evaluateQuality,
  age: evaluateAge,
  gender: evaluateGender,
  emotion: evaluateEmotion,
  mask: evaluateMask,
  occlusion: evaluateOcclusion,
  eyes: evaluateEyes,
  pose: evaluatePose,
  landmarks: evaluateLandmarks,
  liveness: evaluateLiveness,
  bodies: evaluateBodies,
};

/**
 * `npm run eval -- [section …] [--data <folder>] [--models <folder>] [--peers <folder>] [--cache <folder>] [--out <folder>]
 * [--pack <name>] [--detector <file>] [--recognizer <file>] [--antispoof <file>]`
 * measures the sections named (all when none is), prints each as a Markdown table with what the last run gave where it
 * differs, and writes the same as Markdown and JSON to `--out`.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: "string", default: "../shared/data" },
    models: { type: "string", default: "data/models" },
    peers: { type: "string" },
    pack: { type: "string", default: "standard" },
    detector: { type: "string" },
    recognizer: { type: "string" },
    antispoof: { type: "string" },
    cache: { type: "string", default: "data/cache" },
    out: { type: "string", default: "data/eval" },
  },
});
const names = positionals.length > 0 ? positionals : Object.keys(sections);
await prepareModels(values.models);
const input = {
  dataDir: values.data,
  modelsDir: values.models,
  cacheDir: values.cache,
  peersDir: values.peers,
  sessions: createSessionStore(values.models, 1),
  pack: await openNamedPack(values.models, values.pack, values),
};
const out = values.pack === "standard" ? values.out : path.join(values.out, values.pack);
for (const name of names) {
  const section = sections[name];
  if (!section) {
    process.stderr.write(`There is no section ${name}; there are ${Object.keys(sections).join(", ")}.\n`);
    process.exitCode = 1;
    continue;
  }
  printLine(`\n## ${name}\n\n${(await reportSection(name, await section(input), out)).trimEnd()}`);
}
