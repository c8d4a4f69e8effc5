import type { PlainMessageKey } from "@/components/language/message-types";
import type { ServiceType } from "@/lib/domain/services/types";

export type ParameterName =
  | "limit"
  | "det_prob_threshold"
  | "prediction_count"
  | "face_plugins"
  | "detect_faces"
  | "status";

/** A picture of an operation: its name in the form, and what the page calls it. */
interface PicturePart {
  readonly name: string;
  readonly label: PlainMessageKey;
}

/** Something that the page can send to a service. */
export interface TestOperation {
  /** In the address of the trial. */
  readonly name: string;
  /** Where programs send the same. */
  readonly path: string;
  readonly pictures: readonly PicturePart[];
  /** What it does, as a comment in a program. */
  readonly purpose: string;
  readonly parameters: readonly ParameterName[];
}

const faceParameters = ["limit", "det_prob_threshold", "face_plugins", "status"] as const;
const file = { name: "file", label: "testPage.picture" } as const;

const operations = {
  RECOGNITION: [
    {
      name: "recognize",
      path: "/api/v1/recognition/recognize",
      purpose: "Who is this?",
      pictures: [file],
      parameters: ["prediction_count", ...faceParameters, "detect_faces"],
    },
  ],
  DETECTION: [
    {
      name: "detect",
      path: "/api/v1/detection/detect",
      purpose: "Find the faces",
      pictures: [file],
      parameters: faceParameters,
    },
  ],
  VERIFICATION: [
    {
      name: "verify",
      path: "/api/v1/verification/verify",
      purpose: "Is it the same person?",
      pictures: [
        { name: "source_image", label: "testPage.firstPicture" },
        { name: "target_image", label: "testPage.secondPicture" },
      ],
      parameters: faceParameters,
    },
  ],
  QUALITY: [],
  LIVENESS: [],
} as const satisfies Record<ServiceType, readonly TestOperation[]>;

/** What a service of that type can be tried with; empty for a type whose endpoints this server does not have. */
export const operationsOf = (type: ServiceType): readonly TestOperation[] => operations[type];
