"use client";

import { UserRound } from "lucide-react";
import { useState } from "react";
import { thumbnailUrl } from "@/lib/client/collection";

interface FaceThumbnailProps {
  readonly serviceId: string;
  /** Null where no picture was kept. */
  readonly faceId: string | null;
  readonly className: string;
}

/** A face, or a sign for one where there is no picture. What it shows, the text beside it says. */
export function FaceThumbnail({ serviceId, faceId, className }: FaceThumbnailProps) {
  const [failed, setFailed] = useState<string | null>(null);
  if (faceId === null || failed === faceId) {
    return (
      <span className={`flex shrink-0 items-center justify-center bg-muted text-muted-foreground ${className}`}>
        <UserRound aria-hidden="true" className="size-1/2" />
      </span>
    );
  }
  return (
    // Next's own images go through its optimizer, which has no session and would keep copies on disk.
    // biome-ignore lint/performance/noImgElement: as above.
    <img
      src={thumbnailUrl(serviceId, faceId)}
      alt=""
      loading="lazy"
      decoding="async"
      className={`shrink-0 object-cover ${className}`}
      onError={() => setFailed(faceId)}
    />
  );
}
