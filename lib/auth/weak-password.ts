import { dictionary } from "@zxcvbn-ts/language-common";

interface Person {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

const productWords = ["mien", "compreface", "exadel", "facerecognition", "recognition", "verification", "detection"];
const distinctCharactersMin = 4;
const commonPasswords: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

const normalized = (text: string) => text.normalize("NFKC").toLowerCase();
/** Without digits and signs at both ends, as in `password2026!`. */
const bare = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");

function ownWords({ email, firstName, lastName }: Person): string[] {
  const [localPart = "", domain = ""] = email.split("@");
  const names = [firstName, lastName, firstName + lastName, lastName + firstName, `${firstName} ${lastName}`];
  return [email, localPart, domain, domain.split(".")[0] ?? "", ...names].map(normalized).map(bare);
}

/**
 * Why the password is too easy to guess, or null. Refused are the 49,000 most common ones of zxcvbn's list, the words
 * of this product and the person's own name and address, each also with digits or signs around it, and fewer than four
 * different characters. There are no rules of composition (NIST SP 800-63B-4).
 *
 * @param lengthMin characters
 */
export function weaknessOf(password: string, person: Person, lengthMin: number): string | null {
  const text = normalized(password);
  if ([...password].length < lengthMin) return `must have at least ${lengthMin} characters`;
  if (new Set(text).size < distinctCharactersMin) return "must have more different characters";
  if (commonPasswords.has(text) || commonPasswords.has(bare(text))) return "is one of the most common passwords";
  const isGuessable = [...productWords, ...ownWords(person)].includes(bare(text));
  return isGuessable ? "must not be a name, an address or a word of this product" : null;
}
