"use client";

import { Camera as CameraIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CameraView } from "./camera-view";
import { CameraFailure, closeCamera, openCamera } from "./open-camera";

interface CameraProps {
  /** How many pictures of one moment can be sent together. */
  readonly framesMax: number;
  /** Takes pictures; true when they were answered and another may come. */
  readonly onFrames: (files: readonly File[], isLive: boolean) => Promise<boolean>;
}

/** A button that opens the camera, and says in plain words why that did not work. */
export function Camera({ framesMax, onFrames }: CameraProps) {
  const t = useTranslate();
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [failure, setFailure] = useState<PlainMessageKey | null>(null);
  useEffect(() => () => void (stream && closeCamera(stream)), [stream]);
  const open = async () => {
    setFailure(null);
    try {
      setStream(await openCamera());
    } catch (error) {
      setFailure(error instanceof CameraFailure ? error.text : "testPage.cameraBusy");
    }
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <Button aria-expanded={stream !== null} onClick={() => (stream === null ? void open() : setStream(null))}>
        <CameraIcon aria-hidden="true" className="size-4" />
        {t(stream === null ? "testPage.camera" : "testPage.cameraStop")}
      </Button>
      {failure === null ? null : <Alert kind="error" title={t(failure)} />}
      {stream === null ? null : <CameraView stream={stream} framesMax={framesMax} onFrames={onFrames} />}
    </div>
  );
}
