import pg from "pg";
import { describe, expect, it } from "vitest";
import { shapeOf } from "./error-shape";
import { isUnavailable } from "./unavailable";

/** An error as `pg` itself throws it, without Prisma around. */
function ofServer(state: string) {
  const error = new pg.DatabaseError("said by the server", 0, "error");
  error.code = state;
  const shape = shapeOf(error);
  if (shape === null) throw new TypeError("pg's errors have a form of their own");
  return shape;
}

describe("isUnavailable", () => {
  it("knows a server that starts, stops or has no connection free by the state alone", () => {
    for (const state of ["57P03", "57P01", "53300", "08006"]) expect(isUnavailable(ofServer(state)), state).toBe(true);
  });

  it("does not take other answers of the server for an outage", () => {
    for (const state of ["28P01", "3D000", "42P01", "23505"]) expect(isUnavailable(ofServer(state)), state).toBe(false);
  });
});
