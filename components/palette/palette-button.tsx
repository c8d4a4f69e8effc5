"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useLayoutEffect, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { buttonClass } from "@/components/ui/button";

// Comes when it is first asked for, so that no page loads it before.
const PaletteDialog = lazy(() => import("./palette-dialog").then((file) => ({ default: file.PaletteDialog })));

const isShortcut = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) =>
  (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === "k";

/** Opens the palette, as Ctrl+K and Cmd+K do everywhere but in another dialog. */
export function PaletteButton() {
  const t = useTranslate();
  const [state, setState] = useState<"unasked" | "open" | "closed">("unasked");
  // Not later than the button is seen, which says that the keys work.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      if (document.querySelector("dialog[open]") === null) setState("open");
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className={buttonClass("secondary")}
        onClick={() => setState("open")}
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="max-sm:sr-only">{t("palette.open")}</span>
        <span aria-hidden="true" className="text-muted-foreground text-xs max-sm:hidden">
          Ctrl K
        </span>
      </button>
      {state === "unasked" ? null : (
        <Suspense>
          <PaletteDialog open={state === "open"} onClose={() => setState("closed")} />
        </Suspense>
      )}
    </>
  );
}
