import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";

interface Layer {
  readonly file: string;
  readonly allowed: readonly string[];
  readonly forbidden: readonly string[];
}

// Who may import whom. A rule of biome.json that goes dead, for instance because two overrides match one file and the
// later replaces the earlier, lets a forbidden row through and fails here.
const layers: readonly Layer[] = [
  {
    file: "app/api/probe/route.ts",
    allowed: [
      "@/lib/wire/compreface/route",
      "@/lib/http/route",
      "@/lib/domain/faces/service",
      "@/components/ui/button",
    ],
    forbidden: [
      "@/inference/pipeline/engine",
      "@/lib/db/client",
      "@/lib/domain/faces/data",
      "@/lib/domain/faces/mutations",
    ],
  },
  {
    file: "components/ui/probe.tsx",
    allowed: ["@/components/ui/label", "@/lib/cn", "react"],
    forbidden: [
      "@/components/shared/data-table",
      "@/lib/client/api",
      "@/lib/domain/faces/types",
      "../shared/data-table",
    ],
  },
  {
    file: "components/faces/probe.tsx",
    allowed: [
      "@/components/ui/button",
      "@/components/shared/data-table",
      "@/lib/client/api",
      "@/lib/domain/faces/schema",
    ],
    forbidden: ["@/lib/domain/faces/service", "@/lib/db/client", "@/lib/http/route", "@/inference/math/box", "node:fs"],
  },
  {
    file: "lib/client/probe.ts",
    allowed: [
      "@/lib/domain/faces/types",
      "@/lib/domain/faces/schema",
      "@/lib/domain/policy/utils",
      "@/lib/errors/app-error",
    ],
    forbidden: [
      "@/lib/domain/faces/service",
      "@/lib/domain/faces/utils",
      "@/lib/db/client",
      "@/lib/http/route",
      "node:fs",
    ],
  },
  {
    file: "lib/wire/compreface/endpoints/probe.ts",
    allowed: [
      "@/lib/http/route",
      "@/lib/domain/detection/service",
      "@/lib/errors/app-error",
      "@/lib/wire/compreface/errors",
      "zod",
    ],
    forbidden: [
      "@/lib/wire/alchera/errors",
      "@/lib/db/client",
      "@/inference/pipeline/engine",
      "next/server",
      "@/lib/domain/faces/data",
      "../errors",
    ],
  },
  ...["alchera", "liveness", "threedivi"].map((name) => ({
    file: `lib/wire/${name}/endpoints/probe.ts`,
    allowed: ["@/lib/http/route", "@/lib/domain/liveness/service", "@/lib/config/env", `@/lib/wire/${name}/wire`],
    forbidden: ["@/lib/wire/compreface/errors", "@/lib/db/client", "@/inference/pipeline/engine", "sharp", "../wire"],
  })),
  {
    file: "lib/wire/probe.ts",
    allowed: ["@/lib/http/route", "@/lib/wire/compreface/endpoints/detect"],
    forbidden: ["@/lib/wire/compreface/errors", "@/lib/domain/faces/service", "@/lib/db/client", "next/server"],
  },
  {
    file: "lib/wire/admin/endpoints/probe.ts",
    allowed: [
      "@/lib/http/route",
      "@/lib/domain/applications/service",
      "@/lib/domain/applications/schema",
      "@/lib/auth/actor",
      "@/lib/wire/admin/wire",
    ],
    forbidden: [
      "@/lib/wire/compreface/errors",
      "@/lib/db/client",
      "@/lib/domain/applications/data",
      "next/server",
      "next-auth",
      "../wire",
    ],
  },
  {
    file: "lib/http/probe.ts",
    allowed: ["@/lib/errors/app-error", "@/lib/auth/session", "@/lib/observability/logger", "@/lib/config/env"],
    forbidden: [
      "@/lib/domain/faces/service",
      "@/lib/wire/compreface/errors",
      "@/inference/image/decode",
      "next-auth/jwt",
      "@/lib/db/client",
    ],
  },
  {
    file: "lib/domain/faces/probe.ts",
    allowed: [
      "./data",
      "@/lib/domain/subjects/service",
      "@/lib/domain/subjects/types",
      "@/lib/db/client",
      "@/lib/search/index",
      "@/inference/pipeline/engine",
      "@/inference/calibration/similarity",
    ],
    forbidden: [
      "@/lib/domain/subjects/data",
      "@/lib/domain/subjects/mutations",
      "next-auth",
      "next/headers",
      "@/lib/http/route",
      "@/lib/wire/compreface/errors",
      "@/components/ui/button",
      "@/app/page",
      "@/inference/runtime/ort",
      "sharp",
      "../subjects/data",
    ],
  },
  {
    file: "lib/auth/probe.ts",
    allowed: ["@/lib/domain/users/service", "@/lib/config/env"],
    forbidden: ["@/lib/http/route", "@/lib/wire/compreface/errors", "@/lib/domain/users/data"],
  },
  {
    file: "lib/db/probe.ts",
    allowed: ["@/lib/errors/app-error", "@/lib/config/env", "pg"],
    forbidden: ["@/lib/domain/faces/service", "@/lib/http/route", "@/inference/image/decode", "next/server"],
  },
  {
    file: "lib/config/probe.ts",
    allowed: ["@/lib/errors/app-error", "zod"],
    forbidden: ["@/lib/db/client", "@/lib/domain/faces/service", "@/lib/http/route"],
  },
  {
    file: "lib/errors/probe.ts",
    allowed: ["./app-error"],
    forbidden: ["@/lib/config/env", "@/inference/inference-error", "zod", "node:fs"],
  },
  {
    file: "lib/cli/probe.ts",
    allowed: ["@/lib/domain/services/service", "@/lib/config/env", "@/inference/convert/prepare-models"],
    forbidden: ["@/lib/wire/compreface/errors", "@/app/page", "@/components/ui/button", "next/server"],
  },
  {
    file: "inference/pipeline/probe.ts",
    allowed: ["@/inference/image/decode", "@/inference/runtime/ort", "sharp", "node:path"],
    forbidden: [
      "@/lib/errors/app-error",
      "@/lib/config/env",
      "@/app/page",
      "onnxruntime-node",
      "@prisma/client",
      "zod",
      "../image/decode",
    ],
  },
  {
    file: "inference/runtime/ort.ts",
    allowed: ["onnxruntime-node", "@/inference/inference-error"],
    forbidden: ["@/lib/config/env", "sharp", "../inference-error"],
  },
];

const rows = layers.flatMap(({ file, allowed, forbidden }) => [
  ...allowed.map((target, index) => ({ file, target, line: index + 1, verdict: "may" })),
  ...forbidden.map((target, index) => ({ file, target, line: allowed.length + index + 1, verdict: "may not" })),
]);

let refused: ReadonlySet<string>;

/** Writes one file per layer, an import per line, and returns the `file:line` of every import that biome refuses. */
function lintLayers(): ReadonlySet<string> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "mien-layers-"));
  try {
    const config = JSON.parse(readFileSync("biome.json", "utf8"));
    writeFileSync(path.join(folder, "biome.json"), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
    for (const { file, allowed, forbidden } of layers) {
      const text = [...allowed, ...forbidden].map((target, index) => `import { x as x${index} } from "${target}";`);
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), `${text.join("\n")}\n`);
    }
    return refusedImports(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refusedImports(folder: string): ReadonlySet<string> {
  const biome = path.resolve("node_modules/@biomejs/biome/bin/biome");
  const only = ["lint", "--only=style/noRestrictedImports", "--reporter=github", "--max-diagnostics=none"];
  const { stdout } = spawnSync(process.execPath, [biome, ...only], { cwd: folder, encoding: "utf8" });
  const marks = stdout.matchAll(/title=lint\/style\/noRestrictedImports,file=([^,]+),line=(\d+)/g);
  return new Set([...marks].map(([, file = "", line]) => `${path.relative(folder, file)}:${line}`));
}

beforeAll(() => {
  refused = lintLayers();
});

test.each(rows)("$file $verdict import $target", ({ file, line, verdict }) => {
  expect(refused.has(`${file}:${line}`)).toBe(verdict === "may not");
});
