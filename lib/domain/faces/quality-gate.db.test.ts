import { beforeEach, describe, expect, it } from "vitest";
import { getEngine, setEngine } from "@/inference/pipeline/engine";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import type { ServiceSettings } from "@/lib/domain/services/types";
import { enrolFace } from "./service";
import { makeCollection, photo, provideEngine } from "./testing/collection";

provideDatabase();

/** What the engine was asked to measure. */
const wanted: (readonly string[] | undefined)[] = [];

/** The stub's face, blurred. */
beforeEach(() => {
  provideEngine();
  wanted.length = 0;
  const engine = getEngine();
  setEngine({
    ...engine,
    analyze: async (bytes, options) => {
      wanted.push(options.quality);
      const analysis = await engine.analyze(bytes, options);
      const quality = { unified: { native: 0.61, score: 61 }, sharpness: { native: 0.2, score: 5 } };
      return { ...analysis, faces: analysis.faces.map((face) => ({ ...face, ...(options.quality && { quality }) })) };
    },
  });
});

async function enrol(qualityGate: ServiceSettings["qualityGate"]) {
  const limits = { qualityProfile: "CUSTOM", customQualityLimits: { sharpness: 20 } } as const;
  const scope = await makeCollection({ qualityGate, ...limits });
  return { scope, run: () => enrolFace({ scope, bytes: photo("blurred"), subject: "Ann" }) };
}

const facesOf = (serviceId: string) => db().face.findMany({ where: { serviceId }, select: { quality: true } });

describe("the quality gate", () => {
  it("measures nothing while it is off", async () => {
    const { scope, run } = await enrol("OFF");
    expect(await run()).not.toHaveProperty("quality");
    expect(wanted).toEqual([undefined]);
    expect(await facesOf(scope.serviceId)).toEqual([{ quality: null }]);
  });

  it("stores a bad face with its quality and answers the reasons when it warns", async () => {
    const { scope, run } = await enrol("WARN");
    expect((await run()).quality).toMatchObject({ unified: 0.61, passed: false, reasons: [{ measure: "sharpness" }] });
    expect(wanted).toEqual([["unified", "sharpness"]]);
    expect(await facesOf(scope.serviceId)).toEqual([{ quality: 0.61 }]);
  });

  it("stores nothing of a bad face, not even its subject, when it refuses", async () => {
    const { scope, run } = await enrol("REFUSE");
    await expect(run()).rejects.toMatchObject({ code: "invalid_request", message: expect.stringContaining("blurred") });
    expect(await facesOf(scope.serviceId)).toEqual([]);
    expect(await db().subject.count({ where: { serviceId: scope.serviceId } })).toBe(0);
  });
});
