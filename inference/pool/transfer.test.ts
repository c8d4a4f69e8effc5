import { expect, test } from "vitest";
import { ownBytes, packParcel } from "@/inference/pool/transfer";

test("copies a small Buffer out of the pool it shares with others", () => {
  const small = Buffer.from("face");
  expect(small.buffer.byteLength).toBeGreaterThan(small.byteLength);
  const own = ownBytes(small);
  expect(own.buffer.byteLength).toBe(4);
  expect(Buffer.from(own).toString()).toBe("face");
});

test("copies a slice, so that moving it leaves its neighbours alone", () => {
  const whole = new Uint8Array([1, 2, 3, 4]);
  expect([...ownBytes(whole.subarray(1, 3))]).toEqual([2, 3]);
  expect(ownBytes(whole.subarray(1, 3)).buffer).not.toBe(whole.buffer);
});

test("copies nothing when the bytes have a buffer of their own", () => {
  const bytes = new Uint8Array(100_000);
  expect(ownBytes(bytes).buffer).toBe(bytes.buffer);
});

test("lists each buffer of a nested value once, and copies partial views", () => {
  const shared = new Float32Array([1, 2, 3, 4]);
  const whole = new Float32Array([5]);
  const parcel = packParcel({
    faces: [{ embedding: shared.subarray(0, 2) }, { embedding: whole }, { embedding: whole }],
  });
  expect(parcel.value).toEqual({
    faces: [{ embedding: new Float32Array([1, 2]) }, { embedding: whole }, { embedding: whole }],
  });
  expect(parcel.transferList.map((buffer) => buffer.byteLength)).toEqual([8, 4]);
});
