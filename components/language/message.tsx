"use client";

import { Children, type ReactNode } from "react";
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
  const pieces = splitTemplate(findTemplate(language, messages, id, nodes));
  return Children.toArray(pieces.map((piece, position) => (position % 2 === 0 ? piece : nodes[piece])));
}
