import { describe, expect, it } from "vitest";
import { Base64Error, decodeBase64 } from "./base64";

const problemOf = (text: string): string | undefined => {
  try {
    decodeBase64(text, 1_000);
    return undefined;
  } catch (error) {
    return error instanceof Base64Error ? error.problem : String(error);
  }
};

it("decodes what Buffer encodes, for every remainder of three", () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) % 256);
    expect(decodeBase64(Buffer.from(bytes).toString("base64"), length)).toEqual(bytes);
  }
});

it("gives bytes that own their memory, so that they can be handed to a worker", () => {
  const bytes = decodeBase64("QUJD", 10);
  expect(bytes.buffer.byteLength).toBe(3);
});

describe("refuses what is not base64", () => {
  it.each([
    "!!!!not base64",
    "QQ",
    "QQ=",
    "QQ===",
    "Q===",
    "=QQQ",
    "QQ==QQ==",
    "QUJD\n",
    "QU JD",
    "QUJ\0",
    "QUJĀ",
    "-_-_",
    "QUJDRA",
  ])("%j", (text) => {
    expect(problemOf(text)).toBe("not_base64");
  });

  it.each(["data:image/jpeg;base64,QUJD", "DATA:,QUJD"])("%s, and says it is a data URL", (text) => {
    expect(problemOf(text)).toBe("data_url");
  });

  it("as an invalid request", () => {
    expect(() => decodeBase64("?", 10)).toThrow(expect.objectContaining({ code: "invalid_request" }));
  });
});

it("takes exactly the limit and refuses one byte more, before decoding", () => {
  for (const length of [3, 4, 5]) {
    const text = Buffer.alloc(length).toString("base64");
    expect(decodeBase64(text, length)).toHaveLength(length);
    expect(() => decodeBase64(text, length - 1)).toThrow(expect.objectContaining({ code: "file_too_large" }));
  }
  expect(() => decodeBase64("!".repeat(50_000_000), 5_000_000)).toThrow(
    expect.objectContaining({ code: "file_too_large" }),
  );
});
