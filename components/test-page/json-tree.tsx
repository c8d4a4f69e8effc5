"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";

/** Deeper parts, and those of more members, are folded at first. */
const [openDepth, openMembersMax] = [4, 20];
/** Lists of at most so many plain values stand on one line. */
const lineMembersMax = 8;

const isPlain = (value: unknown) => typeof value !== "object" || value === null;

const fitsLine = (value: unknown) =>
  isPlain(value) || (Array.isArray(value) && value.length <= lineMembersMax && value.every(isPlain));

/** Of a text, such as a picture in base64; the whole of it is in what is copied. */
const textLengthMax = 300;

function writePlain(value: unknown): string {
  if (typeof value === "string" && value.length > textLengthMax) return `"${value.slice(0, textLengthMax)}…"`;
  return typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value)?.replaceAll(",", ", ") ?? "");
}

interface JsonTreeProps {
  readonly name?: string;
  readonly value: unknown;
  readonly depth?: number;
}

/** JSON whose parts can be folded. What is folded is not built: a list of embeddings has thousands of members. */
export function JsonTree({ name, value, depth = 0 }: JsonTreeProps) {
  const prefix = name === undefined ? "" : `${name}: `;
  if (fitsLine(value)) {
    return (
      <span className="break-all">
        <span className="text-muted-foreground">{prefix}</span>
        {writePlain(value)}
      </span>
    );
  }
  return <JsonPart prefix={prefix} value={value as object} depth={depth} />;
}

function JsonPart({ prefix, value, depth }: { prefix: string; value: object; depth: number }) {
  const t = useTranslate();
  const entries = Object.entries(value);
  const count = entries.length;
  const isList = Array.isArray(value);
  const [isOpen, setIsOpen] = useState(depth < openDepth && count <= openMembersMax);
  const size = isList ? t("testPage.elements", { count }) : t("testPage.members", { count });
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="cursor-pointer">
        <span className="text-muted-foreground">{prefix}</span>
        {isList ? "[…] " : "{…} "}
        <span className="text-muted-foreground">{size}</span>
      </summary>
      {isOpen ? (
        <ul className="border-border border-s ps-4">
          {entries.map(([key, member]) => (
            <li key={key}>
              <JsonTree name={key} value={member} depth={depth + 1} />
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}
