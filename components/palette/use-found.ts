import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { applicationQueries } from "@/lib/client/applications";
import { leaveGate } from "@/lib/client/leave-gate";
import { serviceQueries } from "@/lib/client/services";
import { matchItems, type PaletteItem } from "./palette-items";

/** Long enough to skip the letters within a word, short enough not to be felt. */
const pauseMs = 150;
const shownMax = 6;

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** Applications and services whose names hold what was typed. */
export function useFound(typed: string) {
  const router = useRouter();
  const state = { search: useSettled(typed.trim()).slice(0, 100), page: 0 };
  const applications = useQuery(applicationQueries.list(state));
  const services = useQuery(serviceQueries.search(state));
  const itemsOf = (
    group: "applications" | "services",
    found: readonly { id: string; name: string; detail?: string }[],
  ) =>
    found.slice(0, shownMax).map(({ id, name, detail }): PaletteItem => {
      const run = () => leaveGate.pass(() => router.push(`/${group}/${id}`));
      return { id, group, text: name, run, ...(detail === undefined ? {} : { detail }) };
    });
  const items = [
    ...itemsOf("applications", applications.data?.items ?? []),
    ...itemsOf(
      "services",
      (services.data?.items ?? []).map(({ application, ...service }) => ({ ...service, detail: application.name })),
    ),
  ];
  // What was found for the letters before stays until the answer is there; Enter must not take what no longer fits.
  return { items: matchItems(items, typed), error: applications.error ?? services.error };
}
