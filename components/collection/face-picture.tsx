"use client";

import { type ReactNode, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { pictureUrl } from "@/lib/client/collection";

interface FacePictureProps {
  readonly serviceId: string;
  readonly faceId: string;
  readonly when: string;
  /** What stands on the button. */
  readonly children: ReactNode;
}

function Picture({ serviceId, faceId }: Pick<FacePictureProps, "serviceId" | "faceId">) {
  const t = useTranslate();
  const [failed, setFailed] = useState(false);
  if (failed) return <p>{t("collection.pictureGone")}</p>;
  return (
    // biome-ignore lint/performance/noImgElement: Next's optimizer has no session and would keep copies on disk.
    <img
      src={pictureUrl(serviceId, faceId)}
      alt={t("collection.pictureOf")}
      className="max-h-[60vh] w-full object-contain"
      onError={() => setFailed(true)}
    />
  );
}

/** A small picture that opens the whole one. */
export function FacePicture({ serviceId, faceId, when, children }: FacePictureProps) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={t("collection.openPicture", { when })}
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      <Dialog open={open} onClose={close} title={t("collection.picture")}>
        <Picture serviceId={serviceId} faceId={faceId} />
        <p className="text-muted-foreground text-sm">{t("collection.faceAdded", { when })}</p>
        <div>
          <Button onClick={close}>{t("collection.closePicture")}</Button>
        </div>
      </Dialog>
    </>
  );
}
