import type { ServiceScope } from "@/lib/auth/service-scope";
import { AppError } from "@/lib/errors/app-error";

/** Lets a wire tell a picture of the wrong size from other bad requests. */
export class UnalignedPictureError extends AppError {
  constructor() {
    super("invalid_request", "An aligned face should have 112 x 112 pixels");
    this.name = "UnalignedPictureError";
  }
}

export interface CompareAlignedRequest {
  readonly scope: ServiceScope;
  /** Files with a face as the feature `alignedFace` cuts it out; they move to workers. */
  readonly pictures: readonly [Uint8Array, Uint8Array];
  readonly signal?: AbortSignal | undefined;
}
