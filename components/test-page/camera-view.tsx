"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/field";
import { blobOf } from "./picture";

/** What the camera sees now. */
async function grab(video: HTMLVideoElement): Promise<File> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  return new File([await blobOf(canvas)], "camera.jpg", { type: "image/jpeg" });
}

interface CameraViewProps {
  readonly stream: MediaStream;
  readonly onFrame: (file: File, isLive: boolean) => Promise<boolean>;
}

/** The picture of the camera, with a button that sends it, and a box that sends one after the other. */
export function CameraView({ stream, onFrame }: CameraViewProps) {
  const t = useTranslate();
  const video = useRef<HTMLVideoElement>(null);
  const [isReady, setIsReady] = useState(false);
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);

  const shoot = async (live: boolean): Promise<boolean> =>
    video.current !== null && onFrame(await grab(video.current), live);
  const shootLive = useEffectEvent(() => shoot(true));
  useEffect(() => {
    if (!isLive) return;
    let isOn = true;
    // The next picture leaves when the answer to the last one is there: a slow server sets the pace.
    const run = async () => {
      while (isOn) if (!(await shootLive())) break;
      if (isOn) setIsLive(false);
    };
    void run();
    return () => {
      isOn = false;
    };
  }, [isLive]);
  return (
    <div className="flex flex-col gap-3">
      <video
        ref={video}
        autoPlay
        muted
        playsInline
        aria-label={t("testPage.cameraPicture")}
        className="w-full max-w-80 rounded-md bg-muted"
        onLoadedData={() => setIsReady(true)}
      />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button disabled={!isReady || isLive} onClick={() => void shoot(false)}>
          {t("testPage.cameraShoot")}
        </Button>
        <CheckField
          label={t("testPage.cameraLive")}
          disabled={!isReady}
          checked={isLive}
          onChange={({ target }) => setIsLive(target.checked)}
        />
      </div>
    </div>
  );
}
