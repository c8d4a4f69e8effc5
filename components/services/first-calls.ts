import type { ServiceType } from "@/lib/domain/services/types";

export interface ApiCall {
  /** What it does, as a comment in the program. */
  readonly purpose: string;
  readonly path: string;
  /** Names of the form's parts, and the pictures in them. */
  readonly files: Readonly<Record<string, string>>;
}

const detect: ApiCall = {
  purpose: "Find the faces",
  path: "/api/v1/detection/detect?face_plugins=landmarks,gender,age",
  files: { file: "photo.jpg" },
};

/** The first calls of a program. */
const calls = {
  RECOGNITION: [
    { purpose: "Add a face of Anna", path: "/api/v1/recognition/faces?subject=Anna", files: { file: "anna.jpg" } },
    { purpose: "Who is this?", path: "/api/v1/recognition/recognize?limit=1", files: { file: "photo.jpg" } },
  ],
  DETECTION: [detect],
  VERIFICATION: [
    {
      purpose: "Is it the same person?",
      path: "/api/v1/verification/verify",
      files: { source_image: "first.jpg", target_image: "second.jpg" },
    },
  ],
  QUALITY: [{ purpose: "Measure every face", path: "/quality/face/stateless", files: { image: "photo.jpg" } }],
  LIVENESS: [{ purpose: "Is this a living person?", path: "/api/v1/liveness/check", files: { file: "photo.jpg" } }],
} as const satisfies Record<ServiceType, readonly ApiCall[]>;

/** Where the reader reaches this server. */
export const origin = () => window.location.origin;

/** The call as a command for curl. */
export function curlCall({ path, files }: ApiCall, key: string): string {
  const parts = Object.entries(files).map(([name, file]) => `  -F ${name}=@${file}`);
  return [`curl -X POST "${origin()}${path}"`, `  -H "x-api-key: ${key}"`, ...parts].join(" \\\n");
}

export const callsOf = (type: ServiceType): readonly ApiCall[] => calls[type];

/** Commands for a first use of a service with its key. */
export const firstRequest = (type: ServiceType, key: string): string =>
  callsOf(type)
    .map((call) => curlCall(call, key))
    .join("\n\n");
