"use client";

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

interface DialogButtonProps extends Omit<ButtonProps, "title" | "children" | "onClick"> {
  /** What stands on the button. */
  readonly label: ReactNode;
  readonly title: string;
  /** Content of the dialog; it is mounted anew each time, so forms start empty. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * Keeps the focus near when what has it goes: at the part of the page that it was in, or else at the page's content.
 * Without that it falls to the very beginning, and readers who do not see the page are lost.
 */
function useFocusHeir() {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = root.current;
    const part = element?.closest<HTMLElement>('[tabindex="-1"]');
    return () => {
      if (!element?.contains(document.activeElement)) return;
      // Only once the dialog is gone can anything beside it have the focus.
      queueMicrotask(() => (part?.isConnected ? part : document.getElementById("main"))?.focus());
    };
  }, []);
  return root;
}

/** A button that opens a dialog, and gets the focus back from it, or hands it on when it goes with what the dialog did. */
export function DialogButton({ label, title, children, ...button }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  const root = useFocusHeir();
  const close = () => setOpen(false);
  return (
    <div ref={root}>
      <Button {...button} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog open={open} onClose={close} title={title}>
        {children(close)}
      </Dialog>
    </div>
  );
}
