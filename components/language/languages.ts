export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** Each language in its own words, so that its readers find it in any other. */
export const languageNames = { en: "English", de: "Deutsch" } as const satisfies Record<Language, string>;

/** The language of who has not chosen one and whose browser asks for none of ours. */
const fallback: Language = "en";

const asLanguage = (tag: string | undefined): Language | undefined =>
  languages.find((language) => language === tag?.split("-")[0]?.toLowerCase());

/** Languages of an Accept-Language header (RFC 9110, 12.5.4), the most wanted first. */
function wantedTags(header: string): readonly string[] {
  return header
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim());
      const weight = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1");
      return { tag, weight: Number.isNaN(weight) ? 0 : weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .map(({ tag }) => tag);
}

interface Wishes {
  /** What the reader chose on a page. */
  readonly chosen: string | undefined;
  readonly acceptLanguage: string | null;
}

/** The reader's choice, else the first language of the browser that there is, else English. */
export function chooseLanguage({ chosen, acceptLanguage }: Wishes): Language {
  const wanted = wantedTags(acceptLanguage ?? "").map(asLanguage);
  return asLanguage(chosen) ?? wanted.find((language) => language !== undefined) ?? fallback;
}
