import type { PlainMessageKey } from "@/components/language/message-types";
import type { Refusal } from "@/lib/domain/external-identities/types";

const failures = {
  declined: "signInMethods.declined",
  provider: "signInMethods.provider",
  expired: "signInMethods.expired",
  address_missing: "signInMethods.address_missing",
  address_unconfirmed: "signInMethods.address_unconfirmed",
  address_not_allowed: "signInMethods.address_not_allowed",
  disabled: "signInMethods.disabled",
} as const satisfies Record<Refusal | "declined" | "provider" | "expired", PlainMessageKey>;

const isFailure = (word: string | null): word is keyof typeof failures =>
  word !== null && Object.hasOwn(failures, word);

/** The text for why a sign-in through the identity provider failed, by the word in the address; null for no such word. */
export const failureText = (word: string | null): PlainMessageKey | null => (isFailure(word) ? failures[word] : null);
