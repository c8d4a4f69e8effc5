import type { Language } from "./languages";
import type { MessageArguments, MessageKey, Messages, PluralForms } from "./message-types";

/** The text of that name in the reader's language, its places filled; numbers are written as the language does. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: MessageArguments<Key, string | number>) => string;

type Values = Readonly<Record<string, unknown>>;

/** The text of that name with its places still open, in the form that `values.count` asks for. */
export function findTemplate(language: Language, messages: Messages, key: MessageKey, values: Values): string {
  const [part = "", name = ""] = key.split(".");
  const texts: Readonly<Record<string, Readonly<Record<string, string | PluralForms>>>> = messages;
  const message = texts[part]?.[name];
  if (message === undefined) throw new Error(`no text is called ${key}`);
  if (typeof message === "string") return message;
  const form = new Intl.PluralRules(language).select(Number(values.count));
  return form === "one" ? message.one : message.other;
}

/** Text and names of places in turn, beginning with text. */
export const splitTemplate = (template: string): readonly string[] => template.split(/\{(\w+)\}/);

export function createTranslate(language: Language, messages: Messages): Translate {
  const numbers = new Intl.NumberFormat(language);
  const write = (value: unknown) => (typeof value === "number" ? numbers.format(value) : String(value));
  return (key, ...[values = {}]: readonly Values[]) =>
    splitTemplate(findTemplate(language, messages, key, values))
      .map((piece, position) => (position % 2 === 0 ? piece : write(values[piece])))
      .join("");
}
