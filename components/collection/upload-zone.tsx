"use client";

import { Upload } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";

/** Takes pictures, dropped or chosen. */
export function UploadZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const t = useTranslate();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // A pointer's way to the button within, which keys reach.
    <fieldset
      className={`flex flex-wrap items-center justify-between gap-3 rounded-md border-2 border-dashed p-4 ${isOver ? "border-primary bg-muted" : "border-input"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <legend className="sr-only">{t("collection.upload")}</legend>
      <p id={`${id}-help`} className="text-muted-foreground text-sm">
        {t("collection.uploadHelp")}
      </p>
      <Button aria-describedby={`${id}-help`} onClick={() => input.current?.click()}>
        <Upload aria-hidden="true" className="size-4" />
        {t("collection.chooseFiles")}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept="image/*"
        aria-label={t("collection.upload")}
        className="hidden"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same files may be chosen once more.
          currentTarget.value = "";
        }}
      />
    </fieldset>
  );
}
