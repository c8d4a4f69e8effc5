import { beforeAll, expect, it, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { provideSearch } from "@/lib/search/testing/provide-search";
import { makePlace } from "@/lib/wire/testing/admin-place";
import { answerWith, asked, counted, form, makeReady } from "@/lib/wire/testing/harness";
import { analysisOfFaces } from "@/lib/wire/testing/sample-analysis";
import { trialHandlers } from "@/lib/wire/trial";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideSearch(provideDatabase());
beforeAll(makeReady);

interface Attempt {
  readonly cookie: string;
  readonly serviceId: string;
  readonly query?: string;
  readonly operation?: string;
  readonly headers?: Record<string, string>;
}

function attempt({ cookie, serviceId, query = "", operation = "recognize", headers = {} }: Attempt): Promise<Response> {
  const url = `http://localhost:8000/api/admin/services/${serviceId}/try/${operation}${query}`;
  const own = { cookie, "sec-fetch-site": "same-origin", origin: "http://localhost:8000", ...headers };
  const request = new Request(url, { method: "POST", headers: own, body: form() });
  return trialHandlers.POST(request, { params: Promise.resolve({ serviceId, operation }) });
}

const enterAs = async (role: "USER" | "ADMINISTRATOR") => {
  const { ids, enter } = await makePlace();
  return { serviceId: ids.serviceId ?? "", cookie: await enter("USER", role) };
};

it("gives a member of the lowest role the wire's own answer, which counts as a request of the service", async () => {
  const member = await enterAs("USER");
  answerWith(analysisOfFaces([0], embeddingModel));
  const response = await attempt({ ...member, query: "?limit=1" });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ result: [expect.objectContaining({ subjects: [] })] });
  expect(asked).toHaveLength(1);
  expect(counted).toEqual([member.serviceId]);
});

it("tells what the wire refuses in the wire's words", async () => {
  const response = await attempt({ ...(await enterAs("USER")), query: "?limit=-1" });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ message: "Limit should be equal or greater than 0; ", code: 26 });
});

it("gives pages of other origins no permission to read, and answers ours whatever origins the service lists", async () => {
  const member = await enterAs("USER");
  const data = { allowedOrigins: ["https://app.example"] };
  await db().service.update({ where: { id: member.serviceId }, data });
  answerWith(analysisOfFaces([0], embeddingModel));
  const response = await attempt(member);
  expect(response.status).toBe(200);
  expect([...response.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
});

it("runs nothing for a form of another site or an operation of another type", async () => {
  const member = await enterAs("ADMINISTRATOR");
  answerWith(analysisOfFaces([0], embeddingModel));
  expect((await attempt({ ...member, headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  const other = await attempt({ ...member, operation: "detect" });
  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject({ errors: [{ pointer: "/operation", detail: "must be one of recognize" }] });
  expect(asked).toEqual([]);
});
