import { useEffect, useState } from "react";
import { getReadiness, type ReadinessReport } from "@/lib/client/readiness";

export type Readiness = ReadinessReport | "asking" | "unreachable";

const pollMs = 2000;

/** Keeps asking the server how far it is, one question at a time. */
export function useReadiness(): Readiness {
  const [readiness, setReadiness] = useState<Readiness>("asking");
  useEffect(() => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await getReadiness(controller.signal).catch(() => "unreachable" as const);
      if (controller.signal.aborted) return;
      setReadiness(answer);
      timer = setTimeout(() => void ask(), pollMs);
    };
    void ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, []);
  return readiness;
}
