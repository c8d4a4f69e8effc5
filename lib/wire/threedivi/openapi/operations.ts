import { z } from "zod";
import type { ApiFailure, ApiOperation } from "@/lib/http/openapi/api-description";
import { imageSample, templateSample } from "@/lib/wire/threedivi/schema";
import { answers } from "./answers";

const failed = (status: number, detail: string): ApiFailure => ({ status, example: { detail }, when: detail });

const refusedForm = (loc: readonly (string | number)[], msg: string, type: string): ApiFailure => ({
  status: 422,
  example: { detail: [{ loc: ["body", ...loc], msg, type }] },
  when: `${["body", ...loc].join(".")}: ${msg}`,
});

const always = [
  failed(401, "Not authenticated"),
  failed(401, "Invalid API key"),
  failed(413, "Request body size is too large"),
  failed(415, "Content type should be application/json"),
  failed(503, "The server is busy, please try again later"),
  failed(500, "Internal Server Error"),
] as const;

const pictureFailures = [
  ...always,
  refusedForm(["$image"], "field required", "value_error.missing"),
  refusedForm(["$image"], "This image format is not supported", "value_error"),
  refusedForm(["objects", 0, "bbox"], "field required", "value_error.missing"),
  failed(400, "The image has too many pixels"),
] as const;

interface PictureService {
  readonly name: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly answer: z.ZodType;
  readonly failures?: readonly ApiFailure[];
}

const pictureServices: readonly PictureService[] = [
  { name: "body-detector", tag: "Detection", summary: "Find people", answer: answers.body },
  {
    name: "face-detector-face-fitter",
    tag: "Detection",
    summary: "Find faces with 21 points and angles",
    answer: answers.fitter,
  },
  { name: "gender-estimator", tag: "Estimation", summary: "Estimate the gender of faces", answer: answers.gender },
  { name: "age-estimator", tag: "Estimation", summary: "Estimate the age of faces", answer: answers.age },
  { name: "emotion-estimator", tag: "Estimation", summary: "Estimate the emotion of faces", answer: answers.emotion },
  { name: "mask-estimator", tag: "Estimation", summary: "Tell whether faces wear a mask", answer: answers.mask },
  {
    name: "face-detector-liveness-estimator",
    tag: "Estimation",
    summary: "Tell whether faces are real",
    description:
      "Which of the vendor's three modules answers is a setting of the service. A hint, not a certified test.",
    answer: answers.liveness,
    failures: [
      failed(400, "Low image quality. Calculated score value (22) is less than the threshold (30)"),
      failed(400, "More than one face detected"),
      failed(400, "The image has more than 10 megapixels"),
    ],
  },
  {
    name: "quality-assessment-estimator",
    tag: "Estimation",
    summary: "Assess the quality of faces",
    answer: answers.quality,
  },
  {
    name: "face-detector-template-extractor",
    tag: "Verification",
    summary: "Make templates of faces",
    answer: answers.template,
  },
];

const form = z.object({ image: z.string().meta({ format: "binary", description: "4.7 MB at most" }) });

function pictureOperations({ name, failures = [], ...service }: PictureService): [string, ApiOperation][] {
  const operation = { ...service, failures: [...pictureFailures, ...failures] };
  const sample = { ...operation, operationId: `${name}-sample`, body: { "application/json": imageSample } };
  const summary = `${service.summary}, of a file`;
  const image = { ...operation, summary, operationId: `${name}-image`, body: { "multipart/form-data": form } };
  return [
    [`POST /${name}/process/sample`, sample],
    [`POST /${name}/process/image`, image],
  ];
}

const matcher: ApiOperation = {
  operationId: "verify-matcher-sample",
  tag: "Verification",
  summary: "Compare two templates",
  description: "The first two objects of class face are compared.",
  body: { "application/json": templateSample },
  answer: answers.verification,
  failures: [
    ...always,
    failed(400, "The template was made by the model <tag>, not by <tag>"),
    failed(400, "The template is damaged or incomplete"),
    refusedForm(["objects"], "two objects of class face are needed", "value_error"),
    refusedForm(["objects", 1, "$template"], "value is not valid base64", "value_error"),
  ],
};

/** Every operation of the wire, `<METHOD> <path>`; a test asks the handlers for them. */
export const operations: Readonly<Record<string, ApiOperation>> = {
  ...Object.fromEntries(pictureServices.flatMap(pictureOperations)),
  "POST /verify-matcher/process/sample": matcher,
};
