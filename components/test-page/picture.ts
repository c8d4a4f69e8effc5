/** Pixels for the screen; a picture of a phone would take hundreds of megabytes. */
const shownSideMax = 2560;
const quality = 0.92;

/** A file and, where the browser can decode it, the picture as it stands upright. */
export interface Picture {
  readonly file: File;
  /** Null when the browser knows no such format; the server may. */
  readonly shown: ShownPicture | null;
}

interface ShownPicture {
  /** Address of the upright picture, maybe of fewer pixels. */
  readonly href: string;
  /** In pixels of the file, upright: where the answer's coordinates lie. */
  readonly width: number;
  readonly height: number;
}

/**
 * Decodes a file as the server does: upright by its EXIF, the first frame, on white. The address counts until
 * `releasePicture`.
 */
export async function loadPicture(file: File): Promise<Picture> {
  const href = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = href;
    await image.decode();
    return { file, shown: await drawUpright(image) };
  } catch {
    return { file, shown: null };
  } finally {
    URL.revokeObjectURL(href);
  }
}

async function drawUpright(image: HTMLImageElement): Promise<ShownPicture> {
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(1, shownSideMax / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("no canvas");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return { href: URL.createObjectURL(await blobOf(canvas)), width, height };
}

/** What is drawn, as a JPEG. */
export function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) => (blob === null ? reject(new Error("no picture")) : resolve(blob));
    canvas.toBlob(take, "image/jpeg", quality);
  });
}

export function releasePicture(picture: Picture | undefined): void {
  if (picture?.shown) URL.revokeObjectURL(picture.shown.href);
}
