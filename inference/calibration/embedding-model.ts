import { embeddingNumbers } from "@/inference/faces/embedding";
import { versionsOf } from "@/inference/pipeline/versions";

const { embedding: tag = "" } = versionsOf(["embedding"]);

/** What the running networks make: only embeddings with this tag and so many numbers can be compared with theirs. */
export const embeddingModel = { tag, numbers: embeddingNumbers } as const;
