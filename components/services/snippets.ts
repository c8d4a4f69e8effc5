import type { ServiceType } from "@/lib/domain/services/types";

interface ApiCall {
  /** What it does, as a comment in the program. */
  readonly purpose: string;
  readonly path: string;
  /** Names of the form's parts, and the pictures in them. */
  readonly files: Readonly<Record<string, string>>;
}

const detect: ApiCall = {
  purpose: "Find the faces",
  path: "/api/v1/detection/detect?face_plugins=landmarks,gender,age",
  files: { file: "photo.jpg" },
};

/** The first calls of a program; none for types whose endpoints this server does not have. */
const calls = {
  RECOGNITION: [
    { purpose: "Add a face of Anna", path: "/api/v1/recognition/faces?subject=Anna", files: { file: "anna.jpg" } },
    { purpose: "Who is this?", path: "/api/v1/recognition/recognize?limit=1", files: { file: "photo.jpg" } },
  ],
  DETECTION: [detect],
  VERIFICATION: [
    {
      purpose: "Is it the same person?",
      path: "/api/v1/verification/verify",
      files: { source_image: "first.jpg", target_image: "second.jpg" },
    },
  ],
  QUALITY: [],
  LIVENESS: [],
} as const satisfies Record<ServiceType, readonly ApiCall[]>;

/** The key in a program that reads it from its environment. */
export const keyVariable = "MIEN_API_KEY";

const origin = () => window.location.origin;

function curlCall({ path, files }: ApiCall, key: string): string {
  const parts = Object.entries(files).map(([name, file]) => `  -F ${name}=@${file}`);
  return [`curl -X POST "${origin()}${path}"`, `  -H "x-api-key: ${key}"`, ...parts].join(" \\\n");
}

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

/** A program that calls a service of that type; null where there is nothing to call. */
export function snippetOf(language: SnippetLanguage, type: ServiceType): string | null {
  const all: readonly ApiCall[] = calls[type];
  return all.length === 0 ? null : writers[language](all);
}

/** Commands for a first use of a service with its key; null where there is nothing to call. */
export function firstRequest(type: ServiceType, key: string): string | null {
  const all: readonly ApiCall[] = calls[type];
  return all.length === 0 ? null : all.map((call) => curlCall(call, key)).join("\n\n");
}
