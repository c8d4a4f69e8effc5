import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { InferenceError } from "@/inference/inference-error";
import { getEngine, setEngine } from "@/inference/pipeline/engine";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { provideEngine } from "@/lib/domain/faces/testing/collection";
import { type Call, loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { makePlace, type Place } from "@/lib/wire/testing/admin-place";
import { makeReady } from "@/lib/wire/testing/harness";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let place: Place;
let cookie: string;
let here: string;
let send: ReturnType<typeof sender>;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
});
beforeEach(async () => {
  provideEngine();
  place = await makePlace();
  cookie = await place.enter("USER", "ADMINISTRATOR");
  here = `/api/admin/services/${place.ids.serviceId}`;
});

const ask = (method: string, path: string, call: Call = {}) => send(method, `${here}${path}`, { cookie, ...call });
const subjectPath = () => `/subjects/${place.ids.subjectId}`;
const keepPictures = (saveImages: "YES" | "NO") =>
  db().service.update({ where: { id: place.ids.serviceId ?? "" }, data: { saveImages } });

/** A form with one file, as a browser sends it. */
function upload(text: string, name = "file"): Promise<Response> {
  const head = `--b\r\ncontent-disposition: form-data; name="${name}"; filename="a.jpg"\r\ncontent-type: image/jpeg`;
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  return ask("POST", `${subjectPath()}/faces`, { headers, body: `${head}\r\n\r\n${text}\r\n--b--\r\n` });
}

describe("a picture that is sent", () => {
  it("becomes a face with its picture and its thumbnail, which stay in no cache", async () => {
    await keepPictures("YES");
    const answer = await upload("1 face");
    expect(answer.status).toBe(201);
    const face = await answer.json();
    expect(face).toEqual({
      ...{ id: expect.any(String), createdAt: expect.any(String), modelTag: "stub-1" },
      ...{ quality: null, hasPicture: true },
    });
    for (const [form, text, type] of [
      ["picture", "kept 1 face", "image/png"],
      ["thumbnail", "small 1 face", "image/jpeg"],
    ] as const) {
      const picture = await ask("GET", `/faces/${face.id}/${form}`);
      expect(await picture.text()).toBe(text);
      expect(picture.headers.get("content-type")).toBe(type);
      expect(picture.headers.get("cache-control")).toBe("no-store");
      expect(picture.headers.get("content-security-policy")).toContain("sandbox");
    }
  });

  it("leaves nothing but the face where no pictures are kept", async () => {
    await keepPictures("NO");
    expect(await (await upload("1 face")).json()).toMatchObject({ hasPicture: false });
    expect(await (await ask("GET", "/subjects")).json()).toMatchObject({ keepsPictures: false });
  });

  it("is refused before it is read while the queue is full", async () => {
    const requireRoom = () => {
      throw new InferenceError("busy", "queue full", { retryAfterS: 7 });
    };
    setEngine({ ...getEngine(), requireRoom });
    const answer = await upload("1 face", "no picture at all");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("7");
    expect(await answer.json()).toMatchObject({ code: "busy" });
  });

  it.each([
    ["0 faces", "no_face"],
    ["2 faces", "several_faces"],
  ])("with %s is refused with %s", async (text, code) => {
    const answer = await upload(text);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code });
  });

  it("under another name than file is refused", async () => {
    expect(await (await upload("1 face", "photo")).json()).toMatchObject({ errors: [{ pointer: "/file" }] });
  });

  it("is not stored for who may only look", async () => {
    cookie = await place.enter("USER", "USER");
    const before = await db().face.count();
    expect((await upload("1 face")).status).toBe(403);
    expect(await db().face.count()).toBe(before);
  });
});

describe("a picture that was kept", () => {
  it("is not there for people of other applications", async () => {
    await keepPictures("YES");
    const { id } = await (await upload("1 face")).json();
    const other = await makePlace();
    cookie = await other.enter("USER", "OWNER");
    for (const form of ["picture", "thumbnail"]) {
      expect((await ask("GET", `/faces/${id}/${form}`)).status).toBe(404);
      const through = `/api/admin/services/${other.ids.serviceId}/faces/${id}/${form}`;
      expect((await send("GET", through, { cookie })).status).toBe(404);
    }
  });
});

describe("the subjects", () => {
  it("are listed with how many faces they have", async () => {
    const answer = await ask("GET", "/subjects?search=ann&sort=faceCount&size=5");
    expect(await answer.json()).toEqual({
      items: [
        {
          ...{ id: place.ids.subjectId, name: "Anna", faceCount: 1 },
          ...{ createdAt: expect.any(String), thumbnailFaceId: null },
        },
      ],
      ...{ total: 1, page: 0, size: 5, keepsPictures: true },
    });
  });

  it("get no name that another one has, but by a merge", async () => {
    const { id } = await (await ask("POST", "/subjects", { body: { name: "Bert" } })).json();
    const rename = (body: unknown) => ask("PATCH", `/subjects/${id}`, { body });
    expect((await rename({ name: "ANNA" })).status).toBe(409);
    const merged = await rename({ name: "ANNA", merge: true });
    expect(await merged.json()).toEqual({ id: place.ids.subjectId, name: "Anna" });
  });

  it.each(["", "a;b", "..", "x".repeat(51)])("are not called '%s'", async (name) => {
    const answer = await ask("POST", "/subjects", { body: { name } });
    expect(await answer.json()).toMatchObject({ status: 422, errors: [{ pointer: "/name" }] });
  });
});

describe("faces", () => {
  it("move and go together", async () => {
    const { faceId, subjectId } = place.ids;
    const bert = await (await ask("POST", "/subjects", { body: { name: "Bert" } })).json();
    const moved = await ask("PATCH", "/faces", { body: { ids: [faceId], subjectId: bert.id } });
    expect(await moved.json()).toEqual({ moved: 1 });
    expect(await (await ask("GET", `/subjects/${subjectId}/faces`)).json()).toEqual({
      items: [],
      total: 0,
      next: null,
    });
    const listed = await (await ask("GET", `/subjects/${bert.id}/faces`)).json();
    expect(listed).toMatchObject({ items: [{ id: faceId }], total: 1, next: null });
    const deleted = await ask("DELETE", "/faces", { body: { ids: [faceId, bert.id] } });
    expect(await deleted.json()).toEqual({ deleted: 1 });
  });

  it("are not changed by the thousand in one request", async () => {
    const ids = Array.from({ length: 201 }, () => place.ids.faceId);
    const answer = await ask("DELETE", "/faces", { body: { ids } });
    expect(await answer.json()).toMatchObject({ status: 422, errors: [{ pointer: "/ids" }] });
  });
});
