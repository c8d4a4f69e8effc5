import { usePathname, useRouter, useSearchParams } from "next/navigation";
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
  const pathname = usePathname();
  const here = `${pathname}?${useSearchParams()}`;
  useEffect(() => {
    if (!isClosed) return;
    const controller = new AbortController();
    // Before the links' own listeners and the router's, which would go there.
    const first = { capture: true, signal: controller.signal };
    const catchClick = (event: MouseEvent) => {
      const target = leaveGate.isClosed() ? targetOf(event) : null;
      if (target === null) return;
      event.preventDefault();
      event.stopPropagation();
      leaveGate.pass(() => router.push(target));
    };
    const { state } = window.history;
    const catchBack = (event: PopStateEvent) => {
      if (!leaveGate.isClosed() || window.location.pathname === pathname) return;
      event.stopImmediatePropagation();
      // The browser is there already; the page that still stands here gets a place after it.
      window.history.pushState(state, "", here);
      leaveGate.pass(() => window.history.back());
    };
    window.addEventListener("beforeunload", askForOtherSites, first);
    window.addEventListener("popstate", catchBack, first);
    document.addEventListener("click", catchClick, first);
    return () => controller.abort();
  }, [isClosed, router, pathname, here]);
}
