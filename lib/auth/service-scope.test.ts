import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

function sourcesBelow(folder: string): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.tsx?$/.test(file) && !/(\.test\.tsx?$|(^|\/)testing\/)/.test(file))
    .map((file) => path.join(folder, file));
}

it("is made by the authenticator alone", () => {
  const makers = ["app", "lib", "components"].flatMap(sourcesBelow).filter((file) => {
    return !file.includes("generated") && readFileSync(path.join(root, file), "utf8").includes("mintServiceScope(");
  });
  expect(makers.sort()).toEqual(["lib/auth/service-scope.ts", "lib/domain/api-keys/service.ts"]);
});
