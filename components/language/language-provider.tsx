"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Language } from "./languages";
import type { Messages } from "./message-types";
import { createTranslate, type Translate } from "./translate";
import { translateSaid } from "./translate-said";

interface Texts {
  readonly language: Language;
  readonly messages: Messages;
  readonly translate: Translate;
  /** A text that the server or a schema said, in the reader's language; null when it is not known. */
  readonly translateSaid: (text: string) => string | null;
}

const LanguageContext = createContext<Texts | null>(null);

interface LanguageProviderProps {
  readonly language: Language;
  readonly messages: Messages;
  /** What servers and schemas say, in the language in which they say it. */
  readonly heard: Messages["said"];
  readonly children: ReactNode;
}

/** Gives the pages their texts, which come with the page: the scripts hold none. */
export function LanguageProvider({ language, messages, heard, children }: LanguageProviderProps) {
  const texts = useMemo(
    () => ({
      language,
      messages,
      translate: createTranslate(language, messages),
      translateSaid: (text: string) => translateSaid({ heard, said: messages.said }, text),
    }),
    [language, messages, heard],
  );
  return <LanguageContext value={texts}>{children}</LanguageContext>;
}

/** Language and texts of the page. Only for what stands below the root layout. */
export function useTexts(): Texts {
  const texts = useContext(LanguageContext);
  if (texts === null) throw new Error("useTexts needs the root layout around it");
  return texts;
}

/** `const t = useTranslate(); t("members.title")`. */
export const useTranslate = (): Translate => useTexts().translate;

/** For Intl: dates, numbers, lists. */
export const useLanguage = (): Language => useTexts().language;
