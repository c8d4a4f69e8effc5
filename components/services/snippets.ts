import type { ServiceType } from "@/lib/domain/services/types";

const origin = () => (typeof window === "undefined" ? "http://localhost:8000" : window.location.origin);

const upload = (path: string, key: string, ...files: readonly string[]) =>
  [`curl -X POST "${origin()}${path}"`, `  -H "x-api-key: ${key}"`, ...files.map((file) => `  -F ${file}`)].join(
    " \\\n",
  );

/** Command that finds the faces of a photo. */
export const detectionCommand = (key: string): string =>
  upload("/api/v1/detection/detect?face_plugins=landmarks", key, "file=@photo.jpg");

/** A first request to a service with its key; null for types whose endpoints this server does not have. */
export const firstRequest = {
  DETECTION: detectionCommand,
  RECOGNITION: null,
  VERIFICATION: null,
  QUALITY: null,
  LIVENESS: null,
} as const satisfies Record<ServiceType, ((key: string) => string) | null>;
