import { type RefObject, useEffect } from "react";

const fields = ":is(input, select, textarea):enabled:not([type=hidden])";

/**
 * Keeps the focus in an open dialog where its content comes later or is replaced. The browser looks for a place for it
 * only once, when the dialog opens, and lets it fall to the page behind when what has it is removed.
 */
export function useDialogFocus(element: RefObject<HTMLDialogElement | null>, open: boolean): void {
  useEffect(() => {
    const dialog = element.current;
    if (!open || dialog === null) return;
    let last: EventTarget | null = null;
    const note = ({ target }: FocusEvent) => {
      last = target;
    };
    const observer = new MutationObserver(() => {
      // Whoever clicked beside the controls keeps their place too: that of the control that they came from.
      const isHeld = last instanceof HTMLElement && last !== dialog && dialog.contains(last);
      if (isHeld || !dialog.open) return;
      (dialog.querySelector<HTMLElement>(fields) ?? dialog).focus();
    });
    dialog.addEventListener("focusin", note);
    observer.observe(dialog, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      dialog.removeEventListener("focusin", note);
    };
  }, [element, open]);
}
