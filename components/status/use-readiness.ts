import { useQuery } from "@tanstack/react-query";
import { type ReadinessReport, readinessQuery } from "@/lib/client/readiness";

export type Readiness = ReadinessReport | "asking" | "unreachable";

/** Keeps asking the server how far it is, one question at a time and only while the page is to be seen. */
export function useReadiness(): Readiness {
  const { data, isError } = useQuery(readinessQuery());
  return isError ? "unreachable" : (data ?? "asking");
}
