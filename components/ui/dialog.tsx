"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { useDialogFocus } from "./use-dialog-focus";

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** A modal window on the browser's own `<dialog>`: it holds the focus, closes with Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useDialogFocus(element, open);
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog?.open === false) dialog.showModal();
    if (!open && dialog?.open === true) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      tabIndex={-1}
      onClose={onClose}
      aria-labelledby={titleId}
      className="m-auto w-full max-w-lg rounded-md border border-border bg-card p-6 text-foreground shadow-lg outline-none backdrop:bg-black/50"
    >
      {open ? (
        <div className="flex flex-col gap-4">
          <h2 id={titleId} className="font-semibold text-lg">
            {title}
          </h2>
          {children}
        </div>
      ) : null}
    </dialog>
  );
}
