import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Keeps the focus near when what has it goes: at the part of the page that it was in, or else at the page's content.
 * Without that it falls to the very beginning, and readers who do not see the page are lost.
 *
 * @returns for the element that may go
 */
export function useFocusHeir(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = root.current;
    const part = element?.parentElement?.closest<HTMLElement>('[tabindex="-1"]');
    return () => {
      if (!element?.contains(document.activeElement)) return;
      // Only once the dialog is gone can anything beside it have the focus.
      queueMicrotask(() => (part?.isConnected ? part : document.getElementById("main"))?.focus());
    };
  }, []);
  return root;
}
