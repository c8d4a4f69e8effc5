import { existsSync } from "node:fs";
import path from "node:path";

/** The build puts it beside the server; looked up by path, because the bundler must not see what it imports. */
export function compiledFile(name: string): string {
  const file = path.resolve("dist", name);
  if (existsSync(file)) return file;
  throw new Error(`The compiled worker ${file} is missing; npm run build makes it.`);
}
