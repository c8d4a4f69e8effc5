import { cookies, headers } from "next/headers";
import { chooseLanguage, type Language } from "@/components/language/languages";
import type { Messages, PlainMessageKey } from "@/components/language/message-types";
import { english } from "@/components/language/messages/english";
import { german } from "@/components/language/messages/german";
import { createTranslate, type Translate } from "@/components/language/translate";

export const messagesOf = { en: english, de: german } as const satisfies Record<Language, Messages>;

export async function readLanguage(): Promise<Language> {
  const chosen = (await cookies()).get("language")?.value;
  return chooseLanguage({ chosen, acceptLanguage: (await headers()).get("accept-language") });
}

/** Texts for what the server renders itself. Components of the browser call `useTranslate`. */
export async function readTranslate(): Promise<Translate> {
  const language = await readLanguage();
  return createTranslate(language, messagesOf[language]);
}

/** Title of a page in the reader's language, for `generateMetadata`. */
export const titleOf = (key: PlainMessageKey) => async () => ({ title: (await readTranslate())(key) });
