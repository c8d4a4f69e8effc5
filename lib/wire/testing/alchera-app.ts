import { POST as alignedFaces } from "@/app/alignedfaces/route";
import { POST as faces } from "@/app/faces/route";
import { POST as multiFrame } from "@/app/liveness/multiframe/route";
import { POST as similarity } from "@/app/similarity/route";
import { POST as similarityV2 } from "@/app/similarity/v2/route";
import { InferenceError, type InferenceErrorCode } from "@/inference/inference-error";
import type { FaceAnalysis, Point } from "@/inference/pipeline/analysis";
import { type Engine, getEngine, setEngine } from "@/inference/pipeline/engine";
import { compact, goldenOf } from "./golden";
import { fullAnalysis } from "./sample-analysis";

const handlers = {
  faces,
  alignedfaces: alignedFaces,
  similarity,
  "similarity/v2": similarityV2,
  "liveness/multiframe": multiFrame,
} as const;
export type AlcheraPath = keyof typeof handlers;

interface Call {
  readonly key: string | null;
  readonly query?: string;
  readonly body?: BodyInit;
  readonly type?: string;
}

/** Posts to a path of this wire. */
export function post(path: AlcheraPath, { key, query = "", body, type }: Call): Promise<Response> {
  const headers = new Headers(key === null ? {} : { "x-api-key": key });
  if (type !== undefined) headers.set("content-type", type);
  const url = `http://localhost:8000/${path}${query}`;
  return handlers[path](new Request(url, { method: "POST", headers, ...(body !== undefined && { body }) }));
}

/** Status and return code of a failure, after a look at what every answer of this wire carries. */
export async function failureOf(answer: Promise<Response>): Promise<[status: number, returnCode: string]> {
  const response = await answer;
  const { headers } = response;
  const told = ["content-type", "access-control-allow-origin", "alchera-api-version"].map((name) => headers.get(name));
  if (told.join(" ") !== "application/json * 1.0.0") throw new Error(`The headers are wrong: ${told}`);
  const body = (await response.json()) as { return_msg: { return_code: string; return_msg: string } };
  if (Object.keys(body).join() !== "return_msg") throw new Error("A failure tells more than the return message.");
  if (Object.keys(body.return_msg).join() !== "return_code,return_msg") throw new Error("The return message is wrong.");
  return [response.status, body.return_msg.return_code];
}

/** A form with files. */
export function filesForm(files: Readonly<Record<string, Uint8Array>>): FormData {
  const form = new FormData();
  for (const [name, bytes] of Object.entries(files)) form.set(name, new File([new Uint8Array(bytes)], `${name}.bin`));
  return form;
}

/** A stored answer of the contract, on one line. */
export const golden = goldenOf("alchera");

/** The text of an answer on one line, after a look at how it is laid out. */
export async function textOf(response: Response): Promise<string> {
  const text = await response.text();
  if (text !== `${JSON.stringify(JSON.parse(text), null, 4)}\n`) throw new Error("The answer is not indented.");
  return compact(text);
}

/** A face whose landmarks fill a square of `side` pixels. */
export function squareFace(x: number, y: number, side: number): FaceAnalysis {
  const landmarks106 = Array.from(
    { length: 106 },
    (_, i): Point => [x + (side * i) / 105, y + (side * (105 - i)) / 105],
  );
  const box = { xMin: x, yMin: y, xMax: x + side, yMax: y + side, probability: 0.9 };
  const alignedFace = Uint8Array.from({ length: 112 * 112 * 3 }, (_, i) => (i * 7) % 251);
  return { box, landmarks106, alignedFace, pose: { yaw: -3.6446712, pitch: 14.918827, roll: 0.81 }, timingsMs: {} };
}

export const pictureOf = (...found: readonly FaceAnalysis[]) => ({
  ...fullAnalysis,
  width: 1000,
  height: 800,
  faces: found,
});

type Verdict = Awaited<ReturnType<Engine["judgeSeries"]>>;

/** Series that the engine in place was asked about. */
export const askedSeries: (readonly Uint8Array[])[] = [];

/** Lets the engine in place answer so to series. */
export function answerSeriesWith(answer: Verdict | InferenceErrorCode | Error): void {
  askedSeries.length = 0;
  setEngine({
    ...getEngine(),
    judgeSeries: async (pictures) => {
      askedSeries.push(pictures);
      if (answer instanceof Error) throw answer;
      if (typeof answer === "string") throw new InferenceError(answer, "internal words of the engine");
      return answer;
    },
  });
}
