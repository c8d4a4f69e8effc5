import { deriveKey } from "@/lib/config/secrets";
import { sealBytes, unsealBytes } from "@/lib/db/sealed-bytes";

/** A picture has two forms, and neither opens in place of the other. */
type PictureForm = "picture" | "thumbnail";

const boundTo = (faceId: string, form: PictureForm) => `${faceId.toLowerCase()} ${form}`;

/** What a row of `FaceImage` keeps: AES-256-GCM under a key derived from the master key, bound to the face's id. */
export function sealPicture(faceId: string, form: PictureForm, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return sealBytes(deriveKey("picture"), bytes, boundTo(faceId, form));
}

/** Inverse of `sealPicture`. @throws Error when the master key, the bytes, the face or the form are others */
export function openPicture(faceId: string, form: PictureForm, sealed: Uint8Array): Uint8Array {
  return unsealBytes(deriveKey("picture"), sealed, boundTo(faceId, form));
}

/** What another face's row keeps of the same picture. */
export function resealPicture(
  form: PictureForm,
  sealed: Uint8Array,
  from: string,
  to: string,
): Uint8Array<ArrayBuffer> {
  return sealPicture(to, form, openPicture(from, form, sealed));
}
