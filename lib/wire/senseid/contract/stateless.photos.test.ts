import { beforeAll, expect, it, vi } from "vitest";
import { POST } from "@/app/quality/face/stateless/route";
import { keys, makeReady } from "@/lib/wire/testing/harness";
import {
  barredPortrait,
  blurredPortrait,
  emptyPhoto,
  groupPhoto,
  halfPortrait,
  portrait,
} from "@/lib/wire/testing/portraits";
import { provideRealEngine } from "@/lib/wire/testing/real-engine";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

beforeAll(makeReady);
provideRealEngine();

async function measure(photo: Buffer) {
  const body = JSON.stringify({ image: photo.toString("base64") });
  const length = String(Buffer.byteLength(body));
  const headers = { "x-api-key": keys.quality, "content-type": "application/json", "content-length": length };
  const response = await POST(
    new Request("http://localhost/quality/face/stateless", { method: "POST", headers, body }),
  );
  return { status: response.status, ...(await response.json()) };
}

it("measures a portrait within the documented ranges", async () => {
  const { code, faces } = await measure(await portrait());
  expect([code, faces.length]).toEqual([1000, 1]);
  const [{ rect, pose, occlusion, ...shares }] = faces;
  for (const edge of Object.values(rect)) expect(Number.isInteger(edge)).toBe(true);
  for (const angle of Object.values(pose)) expect(Math.abs(angle as number)).toBeLessThan(35);
  for (const visible of Object.values(occlusion)) expect(visible).toBeGreaterThan(0.5);
  const { brightness, ...others } = shares;
  expect(Math.abs(brightness)).toBeLessThan(1);
  for (const share of Object.values(others)) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
  }
  expect(shares.integrity).toBe(1);
});

it("finds a bar over one eye, and not over the other parts", async () => {
  const [[free], [barred]] = [(await measure(await portrait())).faces, (await measure(await barredPortrait())).faces];
  expect(barred.occlusion.left_eye).toBeLessThan(0.4);
  for (const part of ["right_eye", "nose", "mouth"]) expect(barred.occlusion[part]).toBeGreaterThan(0.5);
  expect(barred.occlusion.total).toBeLessThan(free.occlusion.total);
});

it("finds less detail in a blurred portrait, and less of a face that is cut off", async () => {
  const [free] = (await measure(await portrait())).faces;
  const [blurred] = (await measure(await blurredPortrait())).faces;
  expect(blurred.sharpness).toBeLessThan(free.sharpness);
  const [half] = (await measure(await halfPortrait())).faces;
  expect(half.integrity).toBeLessThan(0.95);
  expect(half.integrity).toBeGreaterThan(0.4);
});

it("measures every face of a group, the largest first", async () => {
  const { faces } = await measure(await groupPhoto());
  expect(faces.length).toBeGreaterThan(1);
  const areas = faces.map(
    ({ rect }: { rect: Record<"left" | "top" | "right" | "bottom", number> }) =>
      (rect.right - rect.left) * (rect.bottom - rect.top),
  );
  expect(areas).toEqual(areas.toSorted((a: number, b: number) => b - a));
});

it("says 4000 where nobody is, and 2003 to a photo that is too small", async () => {
  expect(await measure(await emptyPhoto())).toMatchObject({ status: 400, code: 4000 });
  expect(await measure(await emptyPhoto(127))).toMatchObject({ status: 400, code: 2003 });
});
