import { randomUUID } from "node:crypto";
import type { AdminClient } from "./admin-client";

/** Something to ask again and again. */
export interface Operation {
  readonly name: string;
  readonly ask: (round: number) => Promise<Response>;
}

/** What the operations work on. */
export interface Place {
  readonly applicationId: string;
  readonly applicationName: string;
  readonly serviceId: string;
  readonly key: string;
}

const subjects = 100;

interface Made {
  readonly id: string;
  readonly key: string;
}

const read = async (answer: Promise<Response>) => (await (await answer).json()) as Made;

/** An application with a recognition service of a hundred subjects. */
export async function makePlace({ ask }: AdminClient, url: string): Promise<Place> {
  const applicationName = `latency ${randomUUID()}`;
  const { id: applicationId } = await read(ask("POST", "/api/admin/applications", { name: applicationName }));
  const services = `/api/admin/applications/${applicationId}/services`;
  const { id: serviceId, key } = await read(ask("POST", services, { name: "faces", type: "RECOGNITION" }));
  const place = { applicationId, applicationName, serviceId, key };
  const wire = keyedClient(url, key);
  for (let index = 0; index < subjects; index += 1) await wire("POST", "subjects", { subject: `person ${index}` });
  return place;
}

export async function removePlace({ ask }: AdminClient, { applicationId, applicationName }: Place): Promise<void> {
  await ask("DELETE", `/api/admin/applications/${applicationId}`, { name: applicationName });
}

export function adminReads({ ask }: AdminClient, { applicationId, serviceId }: Place): Operation[] {
  const application = `/applications/${applicationId}`;
  const service = `/services/${serviceId}`;
  const ofApplication = [application, `${application}/members`, `${application}/services`, `${application}/audit`];
  const ofService = ["", "/keys", "/statistics", "/jobs", "/subjects"].map((part) => service + part);
  const own = ["/me", "/me/sessions", "/users", "/audit", "/applications", "/services"];
  return [...own, ...ofApplication, ...ofService].map((path) => ({
    name: `GET ${path.replace(applicationId, "{id}").replace(serviceId, "{id}")}`,
    ask: () => ask("GET", `/api/admin${path}`),
  }));
}

export function adminChanges({ ask }: AdminClient, { applicationId, serviceId }: Place): Operation[] {
  const services = `/api/admin/applications/${applicationId}/services`;
  const service = `/api/admin/services/${serviceId}`;
  const lists = { services: [] as string[], keys: [] as string[], subjects: [] as string[] };
  const make = async (list: string[], path: string, body: object) => {
    const response = await ask("POST", path, body);
    list.push(((await response.clone().json()) as Made).id);
    return response;
  };
  const keyBody = (round: number) => ({ name: `key ${round}`, scopes: ["read"] });
  const rotate = (id: string | undefined) => ask("POST", `/api/admin/keys/${id}/rotate`, { graceMinutes: 10 });
  const subject = (round: number) => `${service}/subjects/${lists.subjects[round]}`;
  const named = (name: string, request: Operation["ask"]): Operation => ({ name, ask: request });
  return [
    named("PATCH /me", (round) => ask("PATCH", "/api/admin/me", { firstName: `A${round}`, lastName: "B" })),
    named("POST /services", (round) => make(lists.services, services, { name: `${round}`, type: "DETECTION" })),
    named("PATCH /services/{id}", (round) =>
      ask("PATCH", `/api/admin/services/${lists.services[round]}`, { name: `again ${round}` }),
    ),
    named("DELETE /services/{id}", (round) =>
      ask("DELETE", `/api/admin/services/${lists.services[round]}`, { name: `again ${round}` }),
    ),
    named("POST /services/{id}/keys", (round) => make(lists.keys, `${service}/keys`, keyBody(round))),
    named("POST /keys/{id}/reveal", (round) => ask("POST", `/api/admin/keys/${lists.keys[round]}/reveal`, {})),
    named("POST /keys/{id}/rotate", (round) => rotate(lists.keys[round])),
    named("DELETE /keys/{id}", (round) => ask("DELETE", `/api/admin/keys/${lists.keys[round]}`, {})),
    named("POST /subjects", (round) => make(lists.subjects, `${service}/subjects`, { name: `one ${round}` })),
    named("PATCH /subjects/{id}", (round) => ask("PATCH", subject(round), { name: `other ${round}` })),
    named("DELETE /subjects/{id}", (round) => ask("DELETE", subject(round), {})),
  ];
}

/** Those of the recognition API that need no network of neurons. */
export function keyedOperations(url: string, key: string): Operation[] {
  const ask = keyedClient(url, key);
  const named = (name: string, request: Operation["ask"]): Operation => ({ name, ask: request });
  return [
    named("GET /api/v1/recognition/subjects", () => ask("GET", "subjects")),
    named("GET /api/v1/recognition/faces", () => ask("GET", "faces?size=20")),
    named("POST /api/v1/recognition/subjects", (round) => ask("POST", "subjects", { subject: `x${round}` })),
    named("PUT /api/v1/recognition/subjects/{name}", (round) =>
      ask("PUT", `subjects/x${round}`, { subject: `y${round}` }),
    ),
    named("DELETE /api/v1/recognition/subjects/{name}", (round) => ask("DELETE", `subjects/y${round}`)),
    named("GET /api/v1/config", () => ask("GET", "../config")),
  ];
}

function keyedClient(url: string, key: string) {
  const base = new URL("/api/v1/recognition/", url);
  const headers = { "x-api-key": key, "content-type": "application/json" };
  return async (method: string, path: string, body?: object) => {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(new URL(path, base), { method, headers, ...content });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return response;
  };
}
