import { expect, it } from "vitest";
import { findEmotion, rankEmotions } from "./emotion";
import { createFaceSubject } from "./face-subject";
import { findMeshes, openTestSessions, readDemoPhoto } from "./testing/find-photo-face";

it("names the likeliest emotion and gives probabilities that add up to 1, evened out by the temperature", () => {
  const shares = [0.1, 0.6, 0.05, 0.05, 0.1, 0.05, 0.05];
  const { value, probabilities } = rankEmotions(shares, 2);
  expect(value).toBe("happy");
  expect(Object.values(probabilities).reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
  expect(probabilities.happy).toBeLessThan(0.6);
  expect(probabilities.happy / probabilities.neutral).toBeCloseTo(Math.sqrt(6), 12);
});

it("sees the smiles of the people in a photo", async () => {
  const sessions = await openTestSessions();
  const photo = await readDemoPhoto(1);
  for (const mesh of await findMeshes(photo, sessions)) {
    const { value, probabilities } = await findEmotion(createFaceSubject(photo, mesh, sessions));
    expect(value).toBe("happy");
    expect(probabilities.happy).toBeGreaterThan(0.4);
  }
});
