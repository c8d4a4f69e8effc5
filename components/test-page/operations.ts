import type { PlainMessageKey } from "@/components/language/message-types";
import type { ServiceType } from "@/lib/domain/services/types";

export type ParameterName =
  | "limit"
  | "det_prob_threshold"
  | "prediction_count"
  | "face_plugins"
  | "detect_faces"
  | "status"
  | "profile"
  | "facesMax"
  | "minsize"
  | "maxsize"
  | "detectcount";

/** A picture of an operation: its name in the form, and what the page calls it. */
interface PicturePart {
  readonly name: string;
  readonly label: PlainMessageKey;
}

/** Something that the page can send to a service. */
export interface TestOperation {
  /** In the address of the trial. */
  readonly name: string;
  /** Whose shape the answer has, as its vendor writes itself. */
  readonly api: string;
  /** Where programs send the same. */
  readonly path: string;
  /** A form with files, the bare file, or JSON with a list `images` in base64. */
  readonly body: "form" | "file" | "images";
  readonly pictures: readonly PicturePart[];
  /** In the place of its only picture several of one moment can be sent, as parts of that name. */
  readonly series?: { readonly name: string; readonly max: number };
  /** What it does, as a comment in a program. */
  readonly purpose: string;
  readonly parameters: readonly ParameterName[];
}

/** At least one; all take the same pictures. */
export type TestOperations = readonly [TestOperation, ...TestOperation[]];

const faceParameters = ["limit", "det_prob_threshold", "face_plugins", "status"] as const;
const compreface = { api: "CompreFace", body: "form" } as const;
const pictureAs = (name: string) => [{ name, label: "testPage.picture" }] as const;
const findFaces = { purpose: "Find the faces" } as const;
const assess = { purpose: "Is the picture good enough?" } as const;
const isLive = { purpose: "Is the face live?" } as const;
const threedivi = { api: "3DiVi", body: "form", pictures: pictureAs("image"), parameters: [] } as const;

const operations = {
  RECOGNITION: [
    {
      ...compreface,
      name: "recognize",
      path: "/api/v1/recognition/recognize",
      pictures: pictureAs("file"),
      purpose: "Who is this?",
      parameters: ["prediction_count", ...faceParameters, "detect_faces"],
    },
  ],
  DETECTION: [
    {
      ...compreface,
      ...findFaces,
      name: "detect",
      path: "/api/v1/detection/detect",
      pictures: pictureAs("file"),
      parameters: faceParameters,
    },
    {
      ...findFaces,
      name: "alchera-faces",
      api: "Alchera",
      path: "/faces",
      body: "file",
      pictures: pictureAs("file"),
      parameters: ["minsize", "maxsize", "detectcount"],
    },
    { ...threedivi, ...findFaces, name: "threedivi-faces", path: "/face-detector-face-fitter/process/image" },
  ],
  VERIFICATION: [
    {
      ...compreface,
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
  QUALITY: [
    {
      ...assess,
      name: "assess",
      api: "Mien",
      path: "/api/v1/quality/assess",
      body: "form",
      pictures: pictureAs("file"),
      parameters: ["profile", "facesMax"],
    },
    {
      ...assess,
      name: "nodeflux-predict",
      api: "Nodeflux FIQA",
      path: "/NFFS-FIQA/v1/predict",
      body: "images",
      pictures: pictureAs("file"),
      parameters: [],
    },
    {
      ...assess,
      name: "senseid-quality",
      api: "SenseID",
      path: "/quality/face/stateless",
      body: "form",
      pictures: pictureAs("image"),
      parameters: [],
    },
    { ...threedivi, ...assess, name: "threedivi-quality", path: "/quality-assessment-estimator/process/image" },
  ],
  LIVENESS: [
    {
      ...isLive,
      name: "liveness-check",
      api: "Mien",
      path: "/api/v1/liveness/check",
      body: "form",
      pictures: pictureAs("file"),
      series: { name: "frames", max: 4 },
      parameters: [],
    },
    {
      ...threedivi,
      ...isLive,
      name: "threedivi-liveness",
      path: "/face-detector-liveness-estimator/process/image",
    },
  ],
} as const satisfies Record<ServiceType, TestOperations>;

/** What a service of that type can be tried with, the fullest answer first. */
export const operationsOf = (type: ServiceType): TestOperations => operations[type];
