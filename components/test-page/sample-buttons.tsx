"use client";

import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { blobOf } from "./picture";

/** Drawings of ours: photos of people would have to be shipped with the server. */
const samples = [
  { name: "one-face", text: "testPage.sampleOne" },
  { name: "another-face", text: "testPage.sampleOther" },
  { name: "five-faces", text: "testPage.sampleGroup" },
  { name: "no-face", text: "testPage.sampleNone" },
] as const;

/** Turns a drawing into a file of a format that the service takes. */
async function loadSample(name: string): Promise<File> {
  const image = new Image();
  image.src = `/samples/${name}.svg`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return new File([await blobOf(canvas)], `${name}.jpg`, { type: "image/jpeg" });
}

interface SampleButtonsProps {
  /** Told of the file as soon as it is chosen; it may never come. */
  readonly onFile: (file: Promise<File>) => void;
}

export function SampleButtons({ onFile }: SampleButtonsProps) {
  const t = useTranslate();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-muted-foreground text-sm">{t("testPage.samples")}</span>
      {samples.map(({ name, text }) => (
        <Button key={name} onClick={() => onFile(loadSample(name))}>
          {t(text)}
        </Button>
      ))}
    </div>
  );
}
