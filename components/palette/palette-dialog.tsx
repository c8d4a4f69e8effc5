"use client";

import { useState } from "react";
import { CreateApplicationForm } from "@/components/applications/create-application-form";
import { useTranslate } from "@/components/language/language-provider";
import { Dialog } from "@/components/ui/dialog";
import { Palette } from "./palette";

interface PaletteDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The window of the palette, which the form of an action can take over. */
export function PaletteDialog({ open, onClose }: PaletteDialogProps) {
  const t = useTranslate();
  const [isCreating, setIsCreating] = useState(false);
  const close = () => {
    setIsCreating(false);
    onClose();
  };
  return (
    <Dialog open={open} onClose={close} title={isCreating ? t("applications.create") : t("palette.title")}>
      {isCreating ? (
        <CreateApplicationForm close={close} />
      ) : (
        <Palette close={close} onCreateApplication={() => setIsCreating(true)} />
      )}
    </Dialog>
  );
}
