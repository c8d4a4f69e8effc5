"use client";

import { Fragment, type ReactNode } from "react";
import { useTexts } from "./language-provider";
import type { MessageKey, MessageValues } from "./message-types";
import { findTemplate, splitTemplate } from "./translate";

interface MessageProps<Key extends MessageKey> {
  readonly id: Key;
  readonly values: MessageValues<Key, ReactNode>;
}

/** A text with elements in its places, such as a link or a time. */
export function Message<Key extends MessageKey>({ id, values }: MessageProps<Key>) {
  const { language, messages } = useTexts();
  const nodes: Readonly<Record<string, ReactNode>> = values;
  return splitTemplate(findTemplate(language, messages, id, nodes)).map((piece, position) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text keep their places.
    <Fragment key={position}>{position % 2 === 0 ? piece : nodes[piece]}</Fragment>
  ));
}
