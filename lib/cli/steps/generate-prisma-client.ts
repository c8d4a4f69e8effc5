import { generateClient } from "@/lib/db/generate";
import { projectRoot } from "./project-root";

/** Brings `lib/db/generated` up to date with the schema of this project. */
export async function generatePrismaClient(): Promise<void> {
  await generateClient(projectRoot);
}
