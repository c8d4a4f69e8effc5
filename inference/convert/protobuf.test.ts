import { expect, it } from "vitest";
import { ProtobufWriter } from "./protobuf";

const written = (write: (writer: ProtobufWriter) => ProtobufWriter) =>
  Buffer.from(write(new ProtobufWriter()).finish()).toString("hex");

it("writes 150 in field 1 as the format's own documentation does", () => {
  expect(written((writer) => writer.int(1, 150))).toBe("089601");
});

it("writes a text with its length before it", () => {
  expect(written((writer) => writer.text(2, "testing"))).toBe("120774657374696e67");
});

it("counts bytes, not characters, of a text", () => {
  expect(written((writer) => writer.text(2, "é"))).toBe("1202c3a9");
});

it("writes a message inside of a message", () => {
  expect(written((writer) => writer.message(3, new ProtobufWriter().int(1, 150)))).toBe("1a03089601");
});

it("writes negative integers in ten bytes", () => {
  expect(written((writer) => writer.int(1, -1))).toBe("08ffffffffffffffffff01");
});

it("writes integers above 32 bits whole", () => {
  expect(written((writer) => writer.int(1, 2 ** 40))).toBe("08808080808020");
});

it.each([
  [0, "0800"],
  [127, "087f"],
  [128, "088001"],
])("uses as few bytes for %d as it can", (value, expected) => {
  expect(written((writer) => writer.int(1, value))).toBe(expected);
});

it("writes field numbers above 15 in two bytes", () => {
  expect(written((writer) => writer.int(20, 7))).toBe("a00107");
});

it("writes floats little-endian", () => {
  expect(written((writer) => writer.float(1, 1))).toBe("0d0000803f");
});

it("keeps the order of writing", () => {
  expect(written((writer) => writer.int(2, 1).bytes(1, Uint8Array.of(9, 8)).int(2, 3))).toBe("10010a0209081003");
});
