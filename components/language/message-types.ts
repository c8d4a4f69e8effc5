import type { english } from "./messages/english";

/** A text that depends on a number; English and German have these two forms (CLDR). */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** The same texts in another language. A missing or superfluous one does not compile. */
export type Translation<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : PluralForms;
};

export type Messages = { readonly [Part in keyof typeof english]: Translation<(typeof english)[Part]> };

/** Name of a text, such as `members.title`. */
export type MessageKey = {
  [Part in keyof typeof english]: `${Part}.${keyof (typeof english)[Part] & string}`;
}[keyof typeof english];

type MessageAt<Key extends MessageKey> = Key extends `${infer Part extends keyof typeof english}.${infer Name}`
  ? (typeof english)[Part][Name & keyof (typeof english)[Part]]
  : never;

/** `{name}` and the like in a text. */
type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

type PlaceholdersAt<Key extends MessageKey> =
  MessageAt<Key> extends infer Message
    ? Message extends PluralForms
      ? Placeholders<Message["one"] | Message["other"]> | "count"
      : Placeholders<Message>
    : never;

type ValueOf<Key extends MessageKey, Name, Value> = Name extends "count"
  ? MessageAt<Key> extends PluralForms
    ? number
    : Value
  : Value;

/** What fills the places of a text: exactly those that the English one has. */
export type MessageValues<Key extends MessageKey, Value> = {
  readonly [Name in PlaceholdersAt<Key>]: ValueOf<Key, Name, Value>;
};

/** Name of a text without places: what a table of names may hold. */
export type PlainMessageKey = {
  [Key in MessageKey]: [PlaceholdersAt<Key>] extends [never] ? Key : never;
}[MessageKey];

/** Nothing for texts without places. */
export type MessageArguments<Key extends MessageKey, Value> = [PlaceholdersAt<Key>] extends [never]
  ? []
  : [values: MessageValues<Key, Value>];
