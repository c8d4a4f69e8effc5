import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { meanOf } from "@/bench/mean";
import { readPhoto } from "@/bench/read-photo";
import { estimateAge } from "@/inference/faces/age";
import { findEmotion } from "@/inference/faces/emotion";
import { findEyes } from "@/inference/faces/eyes";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { estimateGender } from "@/inference/faces/gender";
import { findPose } from "@/inference/faces/head-pose";
import { findMask } from "@/inference/faces/mask";
import { findOcclusion } from "@/inference/faces/occlusion";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import type { Sessions } from "@/inference/runtime/session-store";
import { readEmotionPhotos } from "./emotion-photos";
import { listPeople } from "./lfw-people";
import { locateFace } from "./locate-face";
import { listMaskedPeople, readTightCrop } from "./mask-photos";
import { openSessions } from "./open-sessions";
import { readLabelledFaces } from "./people-photos";

const data = "../shared/data";
/** Enough for a bar a little below what all photos give, at a few seconds of work. */
const everyNth = <T>(items: readonly T[], n: number) => items.filter((_, i) => i % n === 0);

describe.skipIf(!existsSync(data))(`attributes on the labelled photos of ${data} (skipped where they are not)`, () => {
  let sessions: Sessions;
  beforeAll(async () => {
    sessions = await openSessions(await testModelsDir());
  });

  it("tells masked from bare faces of people it was not trained on, 97 of 100 at least", async () => {
    const answers = [];
    for (const { file, isMasked } of everyNth(listMaskedPeople(data), 3)) {
      const image = await readTightCrop(file);
      const { mesh } = await locateFace(image, sessions);
      const mask = findMask(await createFaceSubject(image, mesh, sessions).chip());
      answers.push(Number((mask.value === "with_mask") === isMasked));
    }
    expect(meanOf(answers)).toBeGreaterThanOrEqual(0.97);
  });

  it("is 6.5 years off at most and right about 89 of 100 genders on photos that nothing was fitted on", async () => {
    const faces = await readLabelledFaces(data, "eval", sessions, 8);
    expect(meanOf(faces.map(({ age, looks }) => Math.abs(estimateAge(looks).years - age)))).toBeLessThan(6.5);
    expect(meanOf(faces.map(({ gender, looks }) => Number(estimateGender(looks).value === gender)))).toBeGreaterThan(
      0.89,
    );
  });

  it("reads half of the posed emotions right at least, where chance is a seventh", async () => {
    const answers = [];
    for await (const { label, face } of readEmotionPhotos(data, sessions, 6)) {
      answers.push(Number((await findEmotion(face)).value === label));
    }
    expect(meanOf(answers)).toBeGreaterThanOrEqual(0.5);
  });

  it("flags mouth and nose of masked people, and few regions of bare ones", async () => {
    const [masked, bare]: [boolean[], boolean[]] = [[], []];
    for (const { file, isMasked } of everyNth(listMaskedPeople(data), 3)) {
      const image = await readTightCrop(file);
      const face = createFaceSubject(image, (await locateFace(image, sessions)).mesh, sessions);
      const regions = await findOcclusion(face);
      if (isMasked) masked.push(regions.mouth.isOccluded && regions.nose.isOccluded);
      else bare.push(Object.values(regions).some(({ isOccluded }) => isOccluded));
    }
    expect(meanOf(masked.map(Number))).toBeGreaterThanOrEqual(0.97);
    expect(meanOf(bare.map(Number))).toBeLessThanOrEqual(0.1);
  });

  it("calls the eyes of one LFW face in 25 closed at most", async () => {
    const faces = [];
    for (const file of everyNth(listPeople(data).heldOut, 16)) {
      const image = await readPhoto(file);
      const { mesh } = await locateFace(image, sessions);
      const { left, right } = findEyes(await createFaceSubject(image, mesh, sessions).eyes());
      faces.push(Number(!left.isOpen || !right.isOpen));
    }
    expect(meanOf(faces)).toBeLessThanOrEqual(0.04);
  });

  it("reads a mean pose within 2.5 degrees of 0 on press photos of other people", async () => {
    const poses = [];
    for (const file of everyNth(listPeople(data).heldOut, 8)) {
      poses.push(findPose((await locateFace(await readPhoto(file), sessions)).mesh));
    }
    for (const axis of ["yaw", "pitch", "roll"] as const) {
      expect(Math.abs(meanOf(poses.map((pose) => pose[axis])))).toBeLessThan(2.5);
    }
  });

  it.each([
    ["left_face.jpeg", "yaw", -1],
    ["right_face.png", "yaw", 1],
    ["rise_face.jpeg", "pitch", 1],
    ["lower_face.jpeg", "pitch", -1],
    ["right_wryneck.png", "roll", 1],
    ["left_wryneck.png", "roll", -1],
  ] as const)(
    "reads the %s with %s of sign %i, beyond 15 degrees",
    async (name, axis, sign) => {
      const { mesh } = await locateFace(await readPhoto(`${data}/misc/pose/${name}`), sessions);
      expect(sign * findPose(mesh)[axis]).toBeGreaterThan(15);
    },
    60_000,
  );
});
