import { describe, expect, it } from "vitest";
import { boundary, buildForm, formHeaders, type Part } from "./fixtures/multipart";
import { brokenRequest, inPieces, repeat, stalledRequest, streamRequest, toRequest } from "./fixtures/requests";
import { readMultipart } from "./read-multipart";

const limits = { requestBytesMax: 10_000_000, fileBytesMax: 5_000_000 };
const photo = Uint8Array.from({ length: 5_000 }, (_, i) => (i * 31) % 256);

const readForm = (parts: readonly Part[], within = limits) =>
  readMultipart(streamRequest(inPieces(buildForm(parts), 1_000), formHeaders).request, within);

const readBody = (body: string | Uint8Array, headers: Record<string, string> = formHeaders) =>
  readMultipart(toRequest(new Uint8Array(Buffer.from(body)), headers), limits);

describe("a form", () => {
  it("gives files and fields by name, whatever pieces it arrives in", async () => {
    const body = buildForm([
      { name: "subject", content: "Zoë" },
      { name: "file", filename: "photo.JPG", headers: ["Content-Type: image/jpeg"], content: photo },
      { name: "limit", content: "" },
      { name: "subject", content: "Tom" },
    ]);
    for (const size of [1, 7, 64, 4_096, body.length]) {
      const { files, fields } = await readMultipart(streamRequest(inPieces(body, size), formHeaders).request, limits);
      expect(fields).toEqual(
        new Map([
          ["subject", ["Zoë", "Tom"]],
          ["limit", [""]],
        ]),
      );
      expect([...files.keys()]).toEqual(["file"]);
      const file = files.get("file");
      expect(file).toMatchObject({ filename: "photo.JPG", mimeType: "image/jpeg" });
      expect(Buffer.from(file?.bytes ?? []).equals(photo)).toBe(true);
      expect(file?.bytes.buffer.byteLength).toBe(photo.length);
    }
  });

  it("made by FormData is read too", async () => {
    const form = new FormData();
    form.set("file", new File([photo], "a b.png", { type: "image/png" }));
    form.set("det_prob_threshold", "0.8");
    const { files, fields } = await readMultipart(
      new Request("http://localhost/", { method: "POST", body: form }),
      limits,
    );
    expect(files.get("file")).toMatchObject({ filename: "a b.png", mimeType: "image/png" });
    expect(fields.get("det_prob_threshold")).toEqual(["0.8"]);
  });

  it("without parts gives empty maps", async () => {
    expect(await readBody(`--${boundary}--\r\n`)).toEqual({
      files: new Map(),
      fileLists: new Map(),
      fields: new Map(),
    });
  });

  it("keeps text around the parts out", async () => {
    const form = await readBody(`preamble\r\n${buildForm([{ name: "a", content: "1" }])}epilogue`);
    expect(form.fields).toEqual(new Map([["a", ["1"]]]));
  });
});

describe("a file part", () => {
  it("without a file name is known by its content type", async () => {
    const { files } = await readForm([{ name: "file", headers: ["Content-Type: image/png"], content: photo }]);
    expect(files.get("file")).toMatchObject({ filename: undefined, mimeType: "image/png" });
    expect(files.get("file")?.bytes).toHaveLength(photo.length);
  });

  it("without file name and type is a field, and too long for one", async () => {
    await expect(readForm([{ name: "file", content: "x".repeat(70_000) }])).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining('"file"'),
    });
  });

  it("sent as base64 is decoded, in lines or not", async () => {
    const text = Buffer.from(photo).toString("base64");
    const headers = ["Content-Type: image/jpeg", "Content-Transfer-Encoding: BASE64"];
    for (const content of [text, `${text.replace(/.{76}/g, "$&\r\n")}\r\n`]) {
      const { files } = await readForm([{ name: "file", filename: "a.jpg", headers, content }], {
        ...limits,
        fileBytesMax: photo.length,
      });
      expect(Buffer.from(files.get("file")?.bytes ?? []).equals(photo)).toBe(true);
    }
    await expect(readForm([{ name: "file", filename: "a.jpg", headers, content: "???" }])).rejects.toMatchObject({
      problem: "not_base64",
    });
  });

  it("keeps only the last piece of a path as its name", async () => {
    for (const filename of ["../../etc/passwd", "C:\\\\photos\\\\passwd"]) {
      const { files } = await readForm([{ name: "file", filename, content: photo }]);
      expect(files.get("file")?.filename).toBe("passwd");
    }
  });

  it("may be empty, and of two with one name the first counts", async () => {
    const { files } = await readForm([
      { name: "file", filename: "empty.jpg", content: "" },
      { name: "file", filename: "second.jpg", content: photo },
    ]);
    expect(files.get("file")).toMatchObject({ filename: "empty.jpg" });
    expect(files.get("file")?.bytes).toHaveLength(0);
  });

  it("of exactly the limit is taken, one byte more is not", async () => {
    const parts = [{ name: "file", filename: "a.jpg", content: photo }];
    await expect(readForm(parts, { ...limits, fileBytesMax: photo.length })).resolves.toBeDefined();
    await expect(readForm(parts, { ...limits, fileBytesMax: photo.length - 1 })).rejects.toMatchObject({
      code: "file_too_large",
      message: `File size exceeds the limit of ${photo.length - 1} bytes`,
      fields: [{ name: "file" }],
    });
  });
});

describe("names are only names", () => {
  it("__proto__ is a field like any other", async () => {
    const { fields } = await readForm([{ name: "__proto__", content: "x" }]);
    expect(fields.get("__proto__")).toEqual(["x"]);
  });
});

describe("refuses as an invalid request", () => {
  const whole = buildForm([{ name: "file", filename: "a.jpg", content: photo }]);

  it.each([
    ["no boundary", whole, { "content-type": "multipart/form-data" }],
    ["an empty boundary", whole, { "content-type": "multipart/form-data; boundary=" }],
    ["a boundary that no parser takes", whole, { "content-type": `multipart/form-data; boundary=${"x".repeat(300)}` }],
    ["another boundary than announced", whole, { "content-type": "multipart/form-data; boundary=other" }],
    ["no body", "", formHeaders],
    ["garbage", "\0\xff garbage".repeat(100), formHeaders],
    ["a part without a name", buildForm([{ content: "x" }]), formHeaders],
    ["a file part without a name", buildForm([{ filename: "a.jpg", content: "x" }]), formHeaders],
    ["no closing boundary", buildForm([{ name: "a", content: "x" }], true), formHeaders],
  ])("%s", async (_, body, headers) => {
    await expect(readBody(body, headers)).rejects.toMatchObject({ code: "invalid_request" });
  });

  it("a form that is cut anywhere", async () => {
    for (let length = 1; length < whole.length - boundary.length - 6; length += 97) {
      await expect(readBody(whole.subarray(0, length))).rejects.toMatchObject({ code: "invalid_request" });
    }
  });

  it("10000 parts, without reading them all", async () => {
    const part = buildForm([{ name: "a", content: "x" }], true);
    const counted = streamRequest(repeat(part, 10_000), formHeaders);
    let pulledAtRefusal = 0;
    const reading = readMultipart(counted.request, limits).finally(() => {
      pulledAtRefusal = counted.pulledBytes();
    });
    await expect(reading).rejects.toMatchObject({ code: "invalid_request" });
    expect(pulledAtRefusal).toBeLessThan(part.length * 200);
  });

  it("a client that breaks off", async () => {
    await expect(
      readMultipart(brokenRequest(whole.subarray(0, 900).toString("latin1"), formHeaders), limits),
    ).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});

it("calls what is no form an unsupported content type", async () => {
  for (const contentType of ["application/x-www-form-urlencoded", "text/plain", "multipart/mixed; boundary=x", ""]) {
    await expect(readBody("a=b", { "content-type": contentType })).rejects.toMatchObject({
      code: "unsupported_content_type",
    });
  }
});

it("survives a header block without end and ten thousand headers", async () => {
  const endless = `--${boundary}\r\nContent-Disposition: form-data; name="a"${"x".repeat(200_000)}`;
  await expect(readBody(endless)).rejects.toMatchObject({ code: "invalid_request" });
  const headers = Array.from({ length: 10_000 }, (_, i) => `X-${i}: y`);
  const { fields } = await readForm([{ name: "a", headers, content: "1" }]);
  expect(fields.get("a")).toEqual(["1"]);
});

it("gives up on a form that does not arrive in time", async () => {
  const stalled = stalledRequest(buildForm([{ name: "a", content: "1" }], true).toString(), formHeaders);
  await expect(readMultipart(stalled.request, { ...limits, timeoutMs: 20 })).rejects.toMatchObject({ code: "timeout" });
});

it("refuses 60 MB in one file after the file limit, and 60 MB in small ones after the request limit", async () => {
  const start = buildForm([{ name: "file", filename: "a.jpg", content: "" }], true).subarray(0, -2);
  const chunk = new Uint8Array(64 * 1024);
  const one = streamRequest([start, ...repeat(chunk, 1_000)], formHeaders);
  let pulledAtRefusal = 0;
  const reading = readMultipart(one.request, limits).finally(() => {
    pulledAtRefusal = one.pulledBytes();
  });
  await expect(reading).rejects.toMatchObject({ code: "file_too_large" });
  expect(pulledAtRefusal).toBeLessThan(limits.fileBytesMax + 16 * chunk.length);
  const part = buildForm([{ name: "file", filename: "a.jpg", content: new Uint8Array(1_000_000) }], true);
  const small = streamRequest(repeat(part, 60), formHeaders);
  await expect(readMultipart(small.request, limits)).rejects.toMatchObject({ code: "request_too_large" });
});
