import { runningModelTag } from "@/lib/domain/embeddings/service";
import { processWide } from "@/lib/observability/process-state";
import { hasFaceOfOtherModel } from "./data";

const rememberedMs = 30_000;

interface Remembered {
  answer?: Promise<boolean>;
  until: number;
}

/**
 * Whether the running networks can compare with all stored faces. Anyone may ask, so the answer is up to half a minute
 * old.
 *
 * @param now milliseconds of a clock that only tests replace
 */
export function findOutConsistency(now: number = Date.now()): Promise<boolean> {
  const remembered = processWide("collection consistency", (): Remembered => ({ until: 0 }));
  if (remembered.answer === undefined || now >= remembered.until) {
    remembered.until = now + rememberedMs;
    remembered.answer = hasFaceOfOtherModel(runningModelTag()).then((hasOther) => !hasOther);
    remembered.answer.catch(() => {
      remembered.until = 0;
    });
  }
  return remembered.answer;
}
