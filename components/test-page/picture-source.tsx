"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "@/components/language/language-provider";
import { Alert } from "@/components/ui/alert";
import { uploadLimitQuery } from "@/lib/client/trial";
import { Camera } from "./camera";
import { DropZone } from "./drop-zone";
import { SampleButtons } from "./sample-buttons";

const megabyte = 1024 * 1024;

interface PictureSourceProps {
  readonly label: string;
  readonly chosen: string | undefined;
  /** Takes a picture; true when it was answered. */
  readonly onFile: (file: File, isLive: boolean) => Promise<boolean>;
}

/** All ways to give a picture but pasting, which belongs to the whole page. */
export function PictureSource({ label, chosen, onFile }: PictureSourceProps) {
  const { language, translate: t } = useTexts();
  const [complaint, setComplaint] = useState<string | null>(null);
  const bytesMax = useQuery(uploadLimitQuery()).data?.clientMaxFileSize;
  const sizeMax = bytesMax && new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytesMax / megabyte);
  const take = async (file: File, isLive = false): Promise<boolean> => {
    const isTooLarge = bytesMax !== undefined && file.size > bytesMax;
    setComplaint(isTooLarge ? t("testPage.tooLarge", { size: sizeMax ?? "" }) : null);
    return isTooLarge ? false : onFile(file, isLive);
  };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <DropZone label={label} chosen={chosen} sizeMax={sizeMax || undefined} onFile={(file) => void take(file)} />
      {complaint === null ? null : <Alert kind="error" title={complaint} />}
      <SampleButtons onFile={(file) => void take(file)} onFailure={setComplaint} />
      <Camera onFrame={take} />
    </div>
  );
}
