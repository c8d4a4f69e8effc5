import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { recordLicenceAccepted } from "./service";

provideDatabase();

it("leaves one line in the trail for each licence that the configuration accepts, however often the server starts", async () => {
  for (const pack of ["insightface", "insightface", "other"]) await recordLicenceAccepted(pack);
  const events = await db().auditEvent.findMany({
    where: { action: "model_pack.accept_licence" },
    orderBy: { at: "asc" },
  });
  expect(events.map(({ objectId, actorLabel }) => [objectId, actorLabel])).toEqual([
    ["insightface", "configuration"],
    ["other", "configuration"],
  ]);
});
