import { AppError } from "@/lib/errors/app-error";
import { processWide } from "@/lib/observability/process-state";
import type { QuestionName, Questions } from "./protocol";

/** Whoever has the search index. */
export interface Searcher {
  /** @throws AppError `unavailable` when the index or the database does not answer */
  ask<Name extends QuestionName>(name: Name, question: Questions[Name]["question"]): Promise<Questions[Name]["answer"]>;
}

// The boot starts it in another bundle than the one that asks.
const holder = processWide<{ searcher: Searcher | null }>("searcher", () => ({ searcher: null }));

/** Makes it the one that is asked; null while shutting down. */
export function setSearcher(searcher: Searcher | null): void {
  holder.searcher = searcher;
}

/** @throws AppError `unavailable` before the boot has started one and after the shutdown */
export function getSearcher(): Searcher {
  if (holder.searcher !== null) return holder.searcher;
  throw new AppError("unavailable", "The search is not running.", { retryAfterS: 1 });
}
