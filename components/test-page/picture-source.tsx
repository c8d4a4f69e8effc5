"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "@/components/language/language-provider";
import { Alert } from "@/components/ui/alert";
import { uploadLimitQuery } from "@/lib/client/trial";
import { Camera } from "./camera";
import { DropZone } from "./drop-zone";
import { SampleButtons } from "./sample-buttons";
import type { ChosenFiles } from "./use-places";

const megabyte = 1024 * 1024;

interface PictureSourceProps {
  readonly label: string;
  readonly chosen: string | undefined;
  /** How many pictures of one moment can be sent together. */
  readonly filesMax: number;
  /** Takes pictures; true when they were answered. Rejects when they do not come. */
  readonly onFiles: (files: ChosenFiles, isLive: boolean) => Promise<boolean>;
}

/** All ways to give a picture but pasting, which belongs to the whole page. */
export function PictureSource({ label, chosen, filesMax, onFiles }: PictureSourceProps) {
  const { language, translate: t } = useTexts();
  const [complaint, setComplaint] = useState<string | null>(null);
  const bytesMax = useQuery(uploadLimitQuery()).data?.clientMaxFileSize;
  const sizeMax = bytesMax && new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytesMax / megabyte);
  const complaintOf = (files: readonly File[]): string | null => {
    if (files.length > filesMax) return t("testPage.tooMany", { number: filesMax });
    const isTooLarge = files.some(({ size }) => bytesMax !== undefined && size > bytesMax);
    return isTooLarge ? t("testPage.tooLarge", { size: sizeMax ?? "" }) : null;
  };
  const take = async (files: readonly File[], isLive = false): Promise<boolean> => {
    const found = complaintOf(files);
    setComplaint(found);
    return found === null ? onFiles(files, isLive) : false;
  };
  const takeSample = (sample: Promise<File>) => {
    setComplaint(null);
    onFiles(
      sample.then((file) => [file]),
      false,
    ).catch(() => setComplaint(t("testPage.sampleMissing")));
  };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <DropZone
        label={label}
        chosen={chosen || undefined}
        filesMax={filesMax}
        sizeMax={sizeMax || undefined}
        onFiles={(files) => void take(files)}
      />
      {complaint === null ? null : <Alert kind="error" title={complaint} />}
      <SampleButtons onFile={takeSample} />
      <Camera framesMax={filesMax} onFrames={take} />
    </div>
  );
}
