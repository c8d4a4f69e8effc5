import { type EmailAddress, emailSchema, personNameSchema } from "@/lib/domain/users/schema";
import type { GivenIdentity, Refusal } from "./types";

/** A person as far as the provider's words can be used. */
export interface Person {
  readonly email: EmailAddress;
  readonly isEmailVerified: boolean;
  readonly firstName: string;
  readonly lastName: string;
}

function nameOf(...candidates: readonly unknown[]): string {
  for (const candidate of candidates) {
    const parsed = personNameSchema.safeParse(typeof candidate === "string" ? candidate.slice(0, 50) : undefined);
    if (parsed.success) return parsed.data;
  }
  return "-";
}

/** First and last name in the best words there are: given, else the full name in two, else the address. */
function namesOf({ givenName, familyName, name }: GivenIdentity, email: string) {
  const [first, ...rest] = typeof name === "string" ? name.trim().split(/\s+/) : [];
  return {
    firstName: nameOf(givenName, first, email.split("@")[0]),
    lastName: nameOf(familyName, rest.join(" ")),
  };
}

function isAllowedAddress({ email, isEmailVerified }: Person, domains: readonly string[]): boolean {
  // An address that the provider did not check proves nothing about its domain.
  return domains.length === 0 || (isEmailVerified && domains.includes(email.slice(email.lastIndexOf("@") + 1)));
}

/** @param allowedDomains lower case; empty for all */
export function readPerson(identity: GivenIdentity, allowedDomains: readonly string[]): Person | Refusal {
  const email = emailSchema.safeParse(identity.email);
  if (!email.success) return "address_missing";
  // Some providers send the word instead of the value.
  const isEmailVerified = identity.emailVerified === true || identity.emailVerified === "true";
  const person = { email: email.data, isEmailVerified, ...namesOf(identity, email.data) };
  return isAllowedAddress(person, allowedDomains) ? person : "address_not_allowed";
}
