"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface LeaveGuardProps {
  /** Whether leaving would lose something. */
  readonly active: boolean;
  readonly onLeave: () => void;
}

/** The address of another page of ours that a click leads to in this tab, or null. */
function targetOf(event: MouseEvent): string | null {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!isPlain || link === null || link.target === "_blank" || link.origin !== window.location.origin) return null;
  return link.pathname === window.location.pathname ? null : `${link.pathname}${link.search}`;
}

/** Asks before the page is left while it is busy: the browser for other sites and closed tabs, we for our own pages. */
export function LeaveGuard({ active, onLeave }: LeaveGuardProps) {
  const t = useTranslate();
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const catchClick = (event: MouseEvent) => {
      const found = targetOf(event);
      if (found === null) return;
      // Before the link's own listener, which would go there.
      event.preventDefault();
      event.stopPropagation();
      setTarget(found);
    };
    window.addEventListener("beforeunload", ask);
    document.addEventListener("click", catchClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("click", catchClick, { capture: true });
    };
  }, [active]);
  const leave = () => {
    onLeave();
    if (target !== null) router.push(target);
    setTarget(null);
  };
  return (
    <Dialog open={target !== null} onClose={() => setTarget(null)} title={t("collection.leaveTitle")}>
      <p>{t("collection.leaveHelp")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="destructive" onClick={leave}>
          {t("collection.leave")}
        </Button>
        <Button onClick={() => setTarget(null)}>{t("collection.stay")}</Button>
      </div>
    </Dialog>
  );
}
