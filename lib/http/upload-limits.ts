import { config } from "@/lib/config/env";

export interface UploadLimits {
  /** Largest single file, also of one sent as base64, after decoding. */
  readonly fileBytesMax: number;
  /** Largest request body as it comes over the network. */
  readonly requestBytesMax: number;
}

/** The installation's limits for uploads, the same on every wire. */
export function uploadLimits(): UploadLimits {
  const { fileBytesMax, requestBytesMax } = config();
  return { fileBytesMax, requestBytesMax };
}
