import { beforeAll, expect, it, vi } from "vitest";
import { failureOf, golden, pictureOf, post, squareFace, textOf } from "@/lib/wire/testing/alchera-app";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);

const cut = (query = "") => post("alignedfaces", { key: keys.detection, query, body: new Uint8Array([1]) });

it("answers POST /alignedfaces as the golden file", async () => {
  answerWith(pictureOf(squareFace(117.23624, 247.9227, 202.05891)));
  const response = await cut();
  expect(response.status).toBe(200);
  expect(await textOf(response)).toBe(await golden("alignedfaces"));
  expect(asked[0]?.options).toEqual({ features: ["alignedFace", "landmarks106"] });
});

it("gives bare RGB pixels, 112 x 112 of them", async () => {
  const face = squareFace(0, 0, 100);
  answerWith(pictureOf(face));
  const { aligned_faces: found } = (await (await cut()).json()) as { aligned_faces: { image_data: string }[] };
  expect(found[0]?.image_data).toHaveLength(50_176);
  expect(Buffer.from(found[0]?.image_data ?? "", "base64")).toEqual(Buffer.from(face.alignedFace as Uint8Array));
});

it("takes the parameters of /faces", async () => {
  answerWith(pictureOf(squareFace(0, 0, 100), squareFace(200, 0, 60), squareFace(400, 0, 300)));
  const answer = await (await cut("?minsize=50&maxsize=200&detectcount=1")).json();
  expect(answer).toMatchObject({ count: 1, aligned_faces: [{ box: { width: 100, height: 100 } }] });
  expect(await failureOf(cut("?detectcount=none"))).toEqual([400, "INF-02"]);
});
