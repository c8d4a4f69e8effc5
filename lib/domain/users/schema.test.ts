import { describe, expect, it } from "vitest";
import { createUserInput, emailSchema } from "./schema";

describe("an e-mail address", () => {
  it.each([
    ["Anna@Example.ORG", "anna@example.org"],
    ["anna+tag@sub.example.org", "anna+tag@sub.example.org"],
    ["ａｎｎａ@example.org", "anna@example.org"],
    ["jürgen@bücher.example", "jürgen@bücher.example"],
    ["o'brien@localhost", "o'brien@localhost"],
  ])("%s is stored as %s", (written, stored) => {
    expect(emailSchema.parse(written)).toBe(stored);
  });

  it("in full-width letters is the same account as in plain ones", () => {
    expect(emailSchema.parse("a＠b.example")).toBe(emailSchema.parse("a@b.example"));
  });

  it.each([
    ["a second header", "x@y.example\r\nBcc: evil@x.example"],
    ["a bare line feed", "x@y.example\nevil"],
    ["a line end alone", "x@y.example\r\n"],
    ["a null byte", "x@y.example\0"],
    ["two recipients with a comma", "a@b.example, evil@x.example"],
    ["two recipients with a full-width comma", "a@b.example，evil@x.example"],
    ["two recipients with a semicolon", "a@b.example;evil@x.example"],
    ["a group", "group:a@b.example;"],
    ["a display name", "Anna <a@b.example>"],
    ["a comment", "a(comment)@b.example"],
    ["a quoted local part", '"a b"@b.example'],
    ["an address literal", "a@[127.0.0.1]"],
    ["an escaped character", "a\\@b.example"],
    ["two at signs", "a@b@c.example"],
    ["two at signs, one of them full-width", "a＠b@c.example"],
    ["a blank", "a b@c.example"],
    ["a blank at the end", "a@b.example "],
    ["a no-break space", "a\u00a0b@c.example"],
    ["a zero-width space", "a\u200bb@c.example"],
    ["a right-to-left override", "a\u202eb@c.example"],
    ["a line separator", "a@b.example\u2028c"],
    ["no local part", "@b.example"],
    ["no domain", "a@"],
    ["no at sign", "a.b.example"],
    ["an empty label", "a@b..example"],
    ["a path", "a@b.example/c"],
    ["percent routing with a colon", "a%b:c@d.example"],
    ["nothing", ""],
    ["more than 254 bytes", `a@${"b".repeat(250)}.ch`],
    ["more than 254 bytes in fewer characters", `a@${"ü".repeat(130)}.ch`],
    ["10 kB", `${"a".repeat(10_000)}@b.example`],
  ])("with %s is refused", (_, attack) => {
    expect(emailSchema.safeParse(attack).success).toBe(false);
  });
});

describe("a new user", () => {
  const valid = { email: "a@b.example", password: "12345678", firstName: " Anna ", lastName: "O'Neil-Жук" };

  it("is named without surrounding blanks", () => {
    expect(createUserInput.parse(valid)).toMatchObject({ firstName: "Anna", lastName: "O'Neil-Жук" });
  });

  it.each([
    ["a password of 7 characters", { password: "1234567" }],
    ["a password of 129 characters", { password: "a".repeat(129) }],
    ["a blank name", { firstName: "  " }],
    ["a name of 51 characters", { lastName: "x".repeat(51) }],
    ["a name with a line end", { firstName: "a\nb" }],
    ["an unknown role", { role: "KING" }],
    ["an unknown member", { isAdmin: true }],
  ])("with %s is refused", (_, change) => {
    expect(createUserInput.safeParse({ ...valid, ...change }).success).toBe(false);
  });
});
