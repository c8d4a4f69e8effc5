import { describe, expect, it } from "vitest";
import type { GivenIdentity } from "./types";
import { readPerson } from "./utils";

const given = (told: Partial<GivenIdentity> = {}): GivenIdentity => ({
  issuer: "https://id.example",
  subject: "1",
  email: "Olga@Example.org",
  emailVerified: true,
  givenName: undefined,
  familyName: undefined,
  name: undefined,
  ...told,
});

describe("the name of a person", () => {
  it.each([
    [{ givenName: "Olga", familyName: "Berg" }, "Olga", "Berg"],
    [{ name: "Olga Maria Berg" }, "Olga", "Maria Berg"],
    [{ name: "Olga" }, "Olga", "-"],
    [{}, "olga", "-"],
    [{ givenName: 7, familyName: " ", name: "x\u0000y z" }, "olga", "z"],
    [{ givenName: "a".repeat(60), familyName: "Berg" }, "a".repeat(50), "Berg"],
  ])("is made of %j", (told, firstName, lastName) => {
    expect(readPerson(given(told), [])).toMatchObject({ firstName, lastName });
  });
});

describe("the address of a person", () => {
  it("is spelled as all addresses are", () => {
    expect(readPerson(given(), [])).toMatchObject({ email: "olga@example.org", isEmailVerified: true });
  });

  it.each([undefined, 7, "", "olga", "olga@example.org, bo@example.org"])("is missing when it is %j", (email) => {
    expect(readPerson(given({ email }), [])).toBe("address_missing");
  });

  it.each([false, undefined, "false", 1, "yes"])("is not checked when the provider says %j", (emailVerified) => {
    expect(readPerson(given({ emailVerified }), [])).toMatchObject({ isEmailVerified: false });
  });

  it("must be checked and of an allowed domain where there is a list, to the letter", () => {
    const domains = ["example.org"];
    expect(readPerson(given(), domains)).toMatchObject({ email: "olga@example.org" });
    for (const email of ["olga@sub.example.org", "olga@badexample.org", "olga@example.org.evil.example"]) {
      expect(readPerson(given({ email }), domains)).toBe("address_not_allowed");
    }
    expect(readPerson(given({ emailVerified: false }), domains)).toBe("address_not_allowed");
  });
});
