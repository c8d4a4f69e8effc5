import { writeFile } from "node:fs/promises";
import path from "node:path";
import { compileKernel } from "./compile";

// node --import tsx lib/search/kernel/record.ts
// Writes the compiled kernel down, after its source has changed.
const lines = ((await compileKernel()).toString("base64").match(/.{1,100}/g) ?? []).map((line) => `  "${line}",`);
const text = `// Compiled from dot-products.wat by record.ts.

/** The kernel as WebAssembly, in base64. */
export const kernelBase64 = [
${lines.join("\n")}
].join("");
`;
await writeFile(path.join(import.meta.dirname, "kernel-base64.ts"), text);
