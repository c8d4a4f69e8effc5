import { expect, it } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { renderProblem } from "./problem";

const request = { id: "request-1", path: "/api/admin/services/7" };

it("answers with problem details, their type and the id of the request", async () => {
  const response = renderProblem(new AppError("conflict", "An application named A is already there."), request);
  expect(response.status).toBe(409);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(await response.json()).toEqual({
    type: "/docs/errors/conflict",
    title: "Conflict",
    status: 409,
    detail: "An application named A is already there.",
    instance: "/api/admin/services/7",
    code: "conflict",
    requestId: "request-1",
  });
});

it("points at the fields that break a rule and calls that 422", async () => {
  const fields = [
    { name: "settings.allowedOrigins.0", detail: "must be an origin" },
    { name: "a/b~c", detail: "is not known" },
    { name: "", detail: "must change something" },
  ];
  const response = renderProblem(new AppError("invalid_request", "Some values.", { fields }), request);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    status: 422,
    code: "invalid_request",
    errors: [
      { pointer: "/settings/allowedOrigins/0", detail: "must be an origin" },
      { pointer: "/a~1b~0c", detail: "is not known" },
      { pointer: "", detail: "must change something" },
    ],
  });
});

it("calls a request that cannot be read 400", () => {
  expect(renderProblem(new AppError("invalid_request", "No JSON."), request).status).toBe(400);
});
