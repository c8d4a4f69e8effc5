"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Language } from "./languages";
import type { Messages } from "./message-types";
import { createTranslate, type Translate } from "./translate";

interface Texts {
  readonly language: Language;
  readonly messages: Messages;
  readonly translate: Translate;
}

const LanguageContext = createContext<Texts | null>(null);

interface LanguageProviderProps {
  readonly language: Language;
  readonly messages: Messages;
  readonly children: ReactNode;
}

/** Gives the pages their texts, which come with the page: the scripts hold none. */
export function LanguageProvider({ language, messages, children }: LanguageProviderProps) {
  const texts = useMemo(
    () => ({ language, messages, translate: createTranslate(language, messages) }),
    [language, messages],
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
