"use client";

import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useFocusHeir } from "./use-focus-heir";

interface DialogButtonProps extends Omit<ButtonProps, "title" | "children" | "onClick"> {
  /** What stands on the button. */
  readonly label: ReactNode;
  readonly title: string;
  /** Content of the dialog; it is mounted anew each time, so forms start empty. */
  readonly children: (close: () => void) => ReactNode;
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
