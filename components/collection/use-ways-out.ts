import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { leaveGate } from "@/lib/client/leave-gate";

/** The address of another page of ours that a click leads to in this tab, or null. */
function targetOf(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!isPlain || link === null || link.target === "_blank" || link.origin !== window.location.origin) return null;
  if (link.hasAttribute("download") || link.pathname === window.location.pathname) return null;
  return `${link.pathname}${link.search}`;
}

const askForOtherSites = (event: BeforeUnloadEvent) => event.preventDefault();

/** Leads all ways out of the page through the gate, as long as it is closed; the browser asks at those to other sites. */
export function useWaysOut(isClosed: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isClosed) return;
    const controller = new AbortController();
    // Before the links' own listeners, which would go there.
    const first = { capture: true, signal: controller.signal };
    const catchClick = (event: MouseEvent) => {
      const target = leaveGate.isClosed() ? targetOf(event) : null;
      if (target === null) return;
      event.preventDefault();
      event.stopPropagation();
      leaveGate.pass(() => router.push(target));
    };
    // Before the address changes, which the router's own listener would follow. Browsers let a page ask once for each time
    // that the reader does something in it.
    const catchBack = (event: NavigateEvent) => {
      const { key, url } = event.destination;
      if (!leaveGate.isClosed() || event.navigationType !== "traverse" || !event.cancelable) return;
      if (new URL(url).pathname === window.location.pathname) return;
      event.preventDefault();
      leaveGate.pass(() => void window.navigation?.traverseTo(key));
    };
    window.addEventListener("beforeunload", askForOtherSites, first);
    window.navigation?.addEventListener("navigate", catchBack, first);
    document.addEventListener("click", catchClick, first);
    return () => controller.abort();
  }, [isClosed, router]);
}
