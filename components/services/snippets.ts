import type { ServiceType } from "@/lib/domain/services/types";
import { type ApiCall, callsOf, curlCall, origin } from "./first-calls";

/** The key in a program that reads it from its environment. */
export const keyVariable = "MIEN_API_KEY";

const curl = (all: readonly ApiCall[]) =>
  all.map((call) => `# ${call.purpose}\n${curlCall(call, `$${keyVariable}`)}`).join("\n\n");

const filesLiteral = (files: ApiCall["files"], separator: string) =>
  Object.entries(files)
    .map(([name, file]) => `${name}${separator}"${file}"`)
    .join(", ");

const javascript = (all: readonly ApiCall[]) => `import { readFile } from "node:fs/promises";

async function post(path, files) {
  const body = new FormData();
  for (const [name, file] of Object.entries(files)) {
    body.set(name, new Blob([await readFile(file)]), file);
  }
  const headers = { "x-api-key": process.env.${keyVariable} };
  const answer = await fetch("${origin()}" + path, { method: "POST", headers, body });
  return answer.json();
}

${all
  .map(({ purpose, path, files }) => {
    const call = `await post("${path}", { ${filesLiteral(files, ": ")} })`;
    return `// ${purpose}\nconsole.dir(${call}, { depth: null });`;
  })
  .join("\n\n")}
`;

const python = (all: readonly ApiCall[]) => `import os

import requests


def post(path, **files):
    return requests.post(
        "${origin()}" + path,
        headers={"x-api-key": os.environ["${keyVariable}"]},
        files={name: open(file, "rb") for name, file in files.items()},
    ).json()


${all
  .map(({ purpose, path, files }) => `# ${purpose}\nprint(post("${path}", ${filesLiteral(files, "=")}))`)
  .join("\n\n")}
`;

const writers = { curl, JavaScript: javascript, Python: python } as const;
export type SnippetLanguage = keyof typeof writers;
export const snippetLanguages = Object.keys(writers) as readonly SnippetLanguage[];

/** A program that makes these calls. */
export const writeSnippet = (language: SnippetLanguage, all: readonly ApiCall[]): string => writers[language](all);

/** A program that calls a service of that type. */
export const snippetOf = (language: SnippetLanguage, type: ServiceType): string =>
  writeSnippet(language, callsOf(type));
