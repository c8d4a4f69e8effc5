import { useSearchParams } from "next/navigation";
import type { ListState } from "@/lib/client/page-of";

/** What a list shows, kept in the address so that a reload or a link shows the same. */
export function useListState(): [ListState, (state: ListState) => void] {
  const params = useSearchParams();
  const page = Number.parseInt(params.get("page") ?? "0", 10);
  const state = { search: params.get("search") ?? "", page: Number.isNaN(page) ? 0 : Math.max(0, page) };
  const setState = ({ search, page: nextPage }: ListState) => {
    const query = new URLSearchParams();
    if (search !== "") query.set("search", search);
    if (nextPage > 0) query.set("page", String(nextPage));
    // Not the router: it would ask the server for the whole page at every letter.
    window.history.replaceState(null, "", `?${query}`);
  };
  return [state, setState];
}
