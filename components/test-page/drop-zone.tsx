"use client";

import { ImagePlus } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";

interface DropZoneProps {
  readonly label: string;
  /** Names of the files that were chosen last. */
  readonly chosen: string | undefined;
  /** Megabytes; absent until it is known. */
  readonly sizeMax: string | undefined;
  /** More than one: several of one moment can be given at once. */
  readonly filesMax: number;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A place to drop a picture on, or to click and choose one. */
export function DropZone({ label, chosen, sizeMax, filesMax, onFiles }: DropZoneProps) {
  const t = useTranslate();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const given = [...(files ?? [])];
    if (given.length > 0) onFiles(filesMax === 1 ? given.slice(0, 1) : given);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <label
      htmlFor={id}
      className={`flex min-h-32 cursor-pointer flex-col items-center justify-center gap-1 rounded-md border-2 border-dashed p-4 text-center text-sm hover:bg-muted has-focus-visible:outline-2 has-focus-visible:outline-ring ${isOver ? "border-primary bg-muted" : "border-input"}`}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <ImagePlus aria-hidden="true" className="size-6 text-muted-foreground" />
      <span id={`${id}-label`} className="font-medium">
        {label}
      </span>
      <span id={`${id}-hint`} className="text-muted-foreground">
        {t("testPage.drop")}
        {filesMax === 1 ? null : ` ${t("testPage.seriesHint", { number: filesMax })}`}
        {sizeMax === undefined ? null : ` ${t("testPage.sizeMax", { size: sizeMax })}`}
      </span>
      {chosen === undefined ? null : <span className="break-all">{t("testPage.chosen", { name: chosen })}</span>}
      <input
        id={id}
        type="file"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        accept="image/*"
        multiple={filesMax > 1}
        className="sr-only"
        onChange={({ target }) => {
          take(target.files);
          // The same file can be chosen again.
          target.value = "";
        }}
      />
    </label>
  );
}
