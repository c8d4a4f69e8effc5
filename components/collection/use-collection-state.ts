import { useSearchParams } from "next/navigation";
import type { SubjectsShown } from "@/lib/client/collection";
import { subjectOrders } from "@/lib/domain/subjects/types";

export interface CollectionState extends SubjectsShown {
  /** Id of the subject whose faces are shown; empty for none. */
  readonly subject: string;
}

const parameterNames = ["search", "sort", "subject"] as const;

/** What the page shows, kept in the address so that a reload or a link shows the same. */
export function useCollectionState(): [CollectionState, (change: Partial<CollectionState>) => void] {
  const params = useSearchParams();
  const sort = subjectOrders.find((order) => order === params.get("sort")) ?? "name";
  const state = { search: params.get("search") ?? "", sort, subject: params.get("subject") ?? "" };
  const change = (changed: Partial<CollectionState>) => {
    // Of the address as it is now: two changes may come before the page is drawn again.
    const query = new URLSearchParams(window.location.search);
    for (const name of parameterNames) {
      const value = changed[name];
      if (value === undefined) continue;
      if (value === "") query.delete(name);
      else query.set(name, value);
    }
    window.history.replaceState(null, "", `?${query}`);
  };
  return [state, change];
}
