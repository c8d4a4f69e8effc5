"use client";

import { useId } from "react";
import { useLanguage, useTranslate } from "@/components/language/language-provider";
import type { FaceItem, FaceMark } from "@/lib/client/collection";
import { FaceMarks } from "./face-marks";
import { FacePicture } from "./face-picture";
import { FaceThumbnail } from "./face-thumbnail";

interface FaceCardProps {
  readonly serviceId: string;
  readonly face: FaceItem;
  readonly marks: readonly FaceMark[];
  /** Null where nothing can be selected. */
  readonly isSelected: boolean | null;
  readonly onSelect: () => void;
  readonly onChoose: (subjectId: string) => void;
}

function Quality({ share }: { readonly share: number | null }) {
  const t = useTranslate();
  const text =
    share === null
      ? t("collection.qualityUnknown")
      : t("collection.quality", { percent: String(Math.round(share * 100)) });
  return <span className="text-muted-foreground text-xs tabular-nums">{text}</span>;
}

/** One stored face: its picture where one was kept, how good it is, and what is odd about it. */
export function FaceCard({ serviceId, face, marks, isSelected, onSelect, onChoose }: FaceCardProps) {
  const t = useTranslate();
  const id = useId();
  const language = useLanguage();
  const when = new Date(face.createdAt).toLocaleString(language, { dateStyle: "medium", timeStyle: "medium" });
  const thumbnail = (
    <FaceThumbnail
      serviceId={serviceId}
      faceId={face.hasPicture ? face.id : null}
      className="aspect-square w-full rounded-md"
    />
  );
  return (
    <li
      aria-label={t("collection.faceAdded", { when })}
      className={`relative flex flex-col gap-1 rounded-md border p-2 [contain-intrinsic-size:auto_14rem] [content-visibility:auto] ${isSelected ? "border-primary bg-muted" : "border-border"}`}
    >
      {face.hasPicture ? (
        <FacePicture serviceId={serviceId} faceId={face.id} when={when}>
          {thumbnail}
        </FacePicture>
      ) : (
        <>
          {thumbnail}
          <span className="text-muted-foreground text-xs">{t("collection.noPicture")}</span>
        </>
      )}
      {isSelected === null ? null : (
        <label
          htmlFor={id}
          className="absolute start-2 top-2 flex size-10 items-center justify-center rounded-md bg-card/80"
        >
          <span className="sr-only">{t("collection.selectFace", { when })}</span>
          <input id={id} type="checkbox" checked={isSelected} onChange={onSelect} className="size-5 accent-primary" />
        </label>
      )}
      <Quality share={face.quality} />
      <FaceMarks marks={marks} onChoose={onChoose} />
    </li>
  );
}
