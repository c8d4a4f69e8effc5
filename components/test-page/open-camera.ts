import type { PlainMessageKey } from "@/components/language/message-types";

const reasons: Readonly<Record<string, PlainMessageKey>> = {
  NotAllowedError: "testPage.cameraRefused",
  SecurityError: "testPage.cameraRefused",
  NotFoundError: "testPage.cameraMissing",
  OverconstrainedError: "testPage.cameraMissing",
};

/** Opens the camera. @throws CameraFailure */
export async function openCamera(): Promise<MediaStream> {
  // Browsers leave it out on pages that came over plain HTTP from another machine.
  if (navigator.mediaDevices === undefined) throw new CameraFailure("testPage.cameraInsecure");
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 } }, audio: false });
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : "";
    throw new CameraFailure(reasons[name] ?? "testPage.cameraBusy");
  }
}

/** Why there are no pictures of a camera. */
export class CameraFailure extends Error {
  readonly text: PlainMessageKey;

  constructor(text: PlainMessageKey) {
    super(text);
    this.name = "CameraFailure";
    this.text = text;
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
