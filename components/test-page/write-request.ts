import { origin } from "@/components/services/first-calls";
import { keyVariable, type SnippetLanguage, writeSnippet } from "@/components/services/snippets";
import type { TestOperation } from "./operations";

interface SentRequest {
  readonly operation: TestOperation;
  /** Without the question mark; may be empty. */
  readonly query: string;
  /** Names of the files, in the order of the operation's pictures. */
  readonly files: readonly string[];
}

interface Line {
  readonly url: string;
  readonly file: string;
  readonly purpose: string;
}

interface SeriesLine {
  readonly url: string;
  readonly part: string;
  readonly files: readonly string[];
  readonly purpose: string;
}

type SeriesWriters = Readonly<Record<SnippetLanguage, (line: SeriesLine) => string>>;

const quoted = (files: readonly string[]) => files.map((file) => `"${file}"`).join(", ");

const repeatedPart: SeriesWriters = {
  curl: ({ url, part, files, purpose }) =>
    [`# ${purpose}`, `curl -X POST "${url}" \\`, `  -H "x-api-key: $${keyVariable}" \\`]
      .concat(files.map((file) => `  -F "${part}=@${file}"`).join(" \\\n"))
      .join("\n"),
  JavaScript: ({ url, part, files, purpose }) => `import { readFile } from "node:fs/promises";

// ${purpose}
const body = new FormData();
for (const file of [${quoted(files)}]) {
  body.append("${part}", new Blob([await readFile(file)]), file);
}
const headers = { "x-api-key": process.env.${keyVariable} };
const answer = await fetch("${url}", { method: "POST", headers, body });
console.dir(await answer.json(), { depth: null });
`,
  Python: ({ url, part, files, purpose }) => `import os

import requests

# ${purpose}
headers = {"x-api-key": os.environ["${keyVariable}"]}
files = [("${part}", open(file, "rb")) for file in [${quoted(files)}]]
print(requests.post("${url}", headers=headers, files=files).json())
`,
};

type Writers = Readonly<Record<SnippetLanguage, (line: Line) => string>>;

const bareFile: Writers = {
  curl: ({ url, file, purpose }) =>
    `# ${purpose}\ncurl -X POST "${url}" \\\n  -H "x-api-key: $${keyVariable}" \\\n  --data-binary @${file}`,
  JavaScript: ({ url, file, purpose }) => `import { readFile } from "node:fs/promises";

// ${purpose}
const headers = { "x-api-key": process.env.${keyVariable}, "content-type": "application/octet-stream" };
const answer = await fetch("${url}", { method: "POST", headers, body: await readFile("${file}") });
console.dir(await answer.json(), { depth: null });
`,
  Python: ({ url, file, purpose }) => `import os

import requests

# ${purpose}
headers = {"x-api-key": os.environ["${keyVariable}"]}
print(requests.post("${url}", headers=headers, data=open("${file}", "rb")).json())
`,
};

const imagesInJson: Writers = {
  curl: ({ url, file, purpose }) =>
    `# ${purpose}\nprintf '{"images": ["%s"]}' "$(base64 -w0 ${file})" |\n  curl -X POST "${url}" \\\n  -H "x-api-key: $${keyVariable}" \\\n  -H "content-type: application/json" --data-binary @-`,
  JavaScript: ({ url, file, purpose }) => `import { readFile } from "node:fs/promises";

// ${purpose}
const headers = { "x-api-key": process.env.${keyVariable}, "content-type": "application/json" };
const body = JSON.stringify({ images: [await readFile("${file}", "base64")] });
const answer = await fetch("${url}", { method: "POST", headers, body });
console.dir(await answer.json(), { depth: null });
`,
  Python: ({ url, file, purpose }) => `import base64
import os

import requests

# ${purpose}
headers = {"x-api-key": os.environ["${keyVariable}"]}
image = base64.b64encode(open("${file}", "rb").read()).decode()
print(requests.post("${url}", headers=headers, json={"images": [image]}).json())
`,
};

/** A program that sends the same request with a key. */
export function writeRequest(language: SnippetLanguage, { operation, query, files }: SentRequest): string {
  const { path, purpose, pictures, body, series } = operation;
  const address = query === "" ? path : `${path}?${query}`;
  if (series !== undefined && files.length > 1) {
    return repeatedPart[language]({ url: origin() + address, part: series.name, files, purpose });
  }
  if (body === "form") {
    const parts = Object.fromEntries(pictures.map(({ name }, at) => [name, files[at] ?? ""]));
    return writeSnippet(language, [{ purpose, path: address, files: parts }]);
  }
  const writers = body === "file" ? bareFile : imagesInJson;
  return writers[language]({ url: origin() + address, file: files[0] ?? "", purpose });
}
