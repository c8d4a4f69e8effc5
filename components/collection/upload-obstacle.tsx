"use client";

import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { Alert } from "@/components/ui/alert";
import { Button, buttonClass } from "@/components/ui/button";
import type { Obstacle } from "@/lib/client/upload-tries";

const texts = {
  signed_out: { title: "collection.signedOut", help: "collection.signedOutHelp" },
  unreachable: { title: "collection.unreachable", help: "collection.unreachableHelp" },
} as const satisfies Record<Obstacle, { title: PlainMessageKey; help: PlainMessageKey }>;

interface UploadObstacleProps {
  readonly obstacle: Obstacle;
  readonly onGoOn: () => void;
}

/** Why no file gets through, and what the reader can do about it. The files stay here, so the way to sign in leads to a new tab. */
export function UploadObstacle({ obstacle, onGoOn }: UploadObstacleProps) {
  const t = useTranslate();
  return (
    <Alert kind="error" title={t(texts[obstacle].title)}>
      <p>{t(texts[obstacle].help)}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        {obstacle === "signed_out" ? (
          <a href="/sign-in" target="_blank" rel="noreferrer" className={buttonClass("secondary")}>
            {t("collection.signInElsewhere")}
          </a>
        ) : null}
        <Button look="primary" onClick={onGoOn}>
          {t("collection.goOn")}
        </Button>
      </div>
    </Alert>
  );
}
