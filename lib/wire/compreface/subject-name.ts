import { mediaTypeOf } from "@/lib/http/media-type";
import { brokenRule, brokenRules, forbiddenCharacters, missingParameter } from "./catalogue";
import { readJsonBody } from "./json-body";
import { collectParameters } from "./parameters";

const charactersMax = { body: 50, parameter: 255 } as const;

/** Unicode characters, not the halves in which JavaScript counts. */
const countCharacters = (name: string) => [...name].length;

// A path with such a segment is shortened by clients and servers: what was meant for one subject would reach all.
const isPathWord = (name: string) => name === "." || name === "..";
const hasControls = (name: string) => /\p{Cc}|\p{Cs}/u.test(name);

/** What decoding leaves of bytes that are no UTF-8: two people's names in another encoding would become one. */
const undecodable = "\ufffd";

function requireStorable(name: string): void {
  if (isPathWord(name)) throw brokenRule("Subject name cannot be '.' or '..'");
  if (hasControls(name)) throw brokenRule("Subject name cannot contain control characters");
}

/**
 * The name in a body: the member `subject`, or the body itself where it is a text, as one client library sends it.
 *
 * @throws ComprefaceError 400/26 or 400/36 for a name that no subject may have
 */
export async function readSubjectName(request: Request): Promise<string> {
  const body = await readJsonBody(request);
  const name = typeof body === "object" && body !== null ? (body as { subject?: unknown }).subject : body;
  if (typeof name !== "string" || name.trim() === "") throw brokenRule("Subject name cannot be empty");
  if (countCharacters(name) > charactersMax.body) throw brokenRule("Subject name size must be between 1 and 50");
  if (/[;/\\]/.test(name)) throw forbiddenCharacters();
  requireStorable(name);
  return name;
}

/** The name in a parameter, where more is allowed. @throws ComprefaceError 400/33 without one, 400/26 for a blank one */
export function requireSubject({ subject }: Readonly<Record<string, string>>): string {
  if (subject === undefined) throw missingParameter("subject");
  if (subject.trim() === "") throw brokenRules(["Subject name is empty"]);
  if (subject.includes(undecodable)) throw brokenRule("Subject name should be encoded in UTF-8");
  if (countCharacters(subject) > charactersMax.parameter) {
    throw brokenRule("Subject name size must be between 1 and 255");
  }
  requireStorable(subject);
  return subject;
}

/**
 * Whose faces are to be deleted; those of all subjects without the parameter. Whatever looks as if a name had been meant
 * is refused, so that an empty variable or a misspelt parameter in a client cannot empty a collection.
 *
 * @throws ComprefaceError 400/26
 */
export function deletionSubjectOf(request: Request): { readonly subject?: string } {
  const parameters = collectParameters(request.url);
  const { subject } = parameters;
  if (subject !== undefined && subject.trim() !== "") return { subject };
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)$/.test(mediaTypeOf(request));
  if (Object.keys(parameters).length > 0 || isForm) throw brokenRules(["Subject name is empty"]);
  return {};
}
