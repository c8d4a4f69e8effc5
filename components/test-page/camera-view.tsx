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

/** Between the pictures of a series: four of them take about two seconds, in which a living face moves. */
const pauseMs = 600;

async function grabSeries(video: HTMLVideoElement, count: number): Promise<readonly File[]> {
  const files: File[] = [];
  while (files.length < count) {
    if (files.length > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    files.push(await grab(video));
  }
  return files;
}

interface CameraViewProps {
  readonly stream: MediaStream;
  /** More than one: a series can be taken, in the place of one picture after the other. */
  readonly framesMax: number;
  readonly onFrames: (files: readonly File[], isLive: boolean) => Promise<boolean>;
}

/** The picture of the camera, with a button that sends it, and a box that sends one after the other. */
export function CameraView({ stream, framesMax, onFrames }: CameraViewProps) {
  const t = useTranslate();
  const video = useRef<HTMLVideoElement>(null);
  const [isReady, setIsReady] = useState(false);
  const [isLive, setIsLive] = useState(false);
  const [isTaking, setIsTaking] = useState(false);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);

  const shoot = async (live: boolean): Promise<boolean> =>
    video.current !== null && onFrames([await grab(video.current)], live);
  const shootSeries = async () => {
    if (video.current === null) return;
    setIsTaking(true);
    try {
      await onFrames(await grabSeries(video.current, framesMax), false);
    } finally {
      setIsTaking(false);
    }
  };
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
        <Button disabled={!isReady || isLive || isTaking} onClick={() => void shoot(false)}>
          {t("testPage.cameraShoot")}
        </Button>
        {framesMax === 1 ? (
          <CheckField
            label={t("testPage.cameraLive")}
            disabled={!isReady}
            checked={isLive}
            onChange={({ target }) => setIsLive(target.checked)}
          />
        ) : (
          <Button look="primary" disabled={!isReady} busy={isTaking} onClick={() => void shootSeries()}>
            {t("testPage.cameraSeries", { number: framesMax })}
          </Button>
        )}
      </div>
    </div>
  );
}
